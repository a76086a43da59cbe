package dev.rapport.bench;

import dev.rapport.bench.Outcome.Contender;
import dev.rapport.bench.question.Question;
import dev.rapport.bench.question.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Asks everybody the same, sees that they say the same, and takes the time of each in turn. */
final class ReadBench {
    /** Of a peer that takes longer than a second; the median of five says enough of it. */
    private static final int SLOW_RUNS = 5;

    private static final double SLOW = 1_000;
    private static final int WARM_UP = 10;
    private static final long WARM_UP_NANOS = 5_000_000_000L;

    private final Client people;
    private final Client programs;
    private final List<Peer> peers;
    private final int runs;

    ReadBench(Client people, Client programs, List<Peer> peers, int runs) {
        this.people = people;
        this.programs = programs;
        this.peers = peers;
        this.runs = runs;
    }

    Outcome measure(Question question) throws Exception {
        Outcome outcome = new Outcome(question, agree(question));
        long begun = System.nanoTime();
        for (int i = 0; i < WARM_UP && System.nanoTime() - begun < WARM_UP_NANOS; i++) {
            askRapport(question, new Outcome(question, 0));
        }
        for (int run = 0; run < runs; run++) {
            askRapport(question, outcome);
            for (Peer peer : question.sql().isPresent() ? peers : List.<Peer>of()) {
                Timing timing = outcome.timing(contender(peer));
                boolean slow = timing.runs() > 0 && timing.median() > SLOW;
                if (!slow || timing.runs() < Math.min(runs, SLOW_RUNS)) {
                    timing.time(() -> peer.ask(question));
                }
            }
        }
        return outcome;
    }

    private void askRapport(Question question, Outcome outcome) throws Exception {
        if (question.csv().isPresent()) {
            outcome.timing(Contender.FRAGMENT).time(() -> people.fragment(question.page()));
            outcome.timing(Contender.CSV)
                    .time(() -> programs.data(question.csv().get()));
        } else {
            outcome.timing(Contender.FRAGMENT).time(() -> people.page(question.page()));
        }
    }

    /** @return how many rows the answer has */
    private int agree(Question question) throws Exception {
        if (question.csv().isEmpty()) {
            return 0;
        }
        String csv = new String(programs.data(question.csv().get()), StandardCharsets.UTF_8);
        Table ours = Table.ofCsv(csv, question.keys(), question.values());
        if (ours.size() == 0) {
            throw new IllegalStateException(question.key() + " has no rows: nothing was measured");
        }
        for (Peer peer : peers) {
            Optional<String> difference = ours.differenceTo(peer.answer(question));
            if (difference.isPresent()) {
                throw new IllegalStateException(
                        question.key() + ": Rapport and " + peer.dialect().label() + " differ in " + difference.get());
            }
        }
        return ours.size();
    }

    private static Contender contender(Peer peer) {
        return switch (peer.dialect()) {
            case POSTGRES -> Contender.POSTGRES;
            case DUCKDB -> Contender.DUCKDB;
        };
    }
}
