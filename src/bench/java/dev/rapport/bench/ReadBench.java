package dev.rapport.bench;

import dev.rapport.bench.Outcome.Contender;
import dev.rapport.bench.question.Question;
import dev.rapport.bench.question.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks everybody the same, sees that they say the same, and takes the time of each in turn. */
final class ReadBench {
    /** Of a peer that takes longer than a second; the median of five says enough of it. */
    private static final int SLOW_RUNS = 5;

    private static final double SLOW = 1_000;
    /** Then the first time, in which the answers are compared, is all that is waited for. */
    private static final double VERY_SLOW = 60_000;

    /** What a question reads stays in memory, and others may have displaced it since everything was warm. */
    private static final int AGAIN = 10;

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

    /** @return seconds that asking each once took, right after the start */
    double warmUp(List<Question> questions, Duration time) throws Exception {
        return Timing.warmUp(time, () -> {
            for (Question question : questions) {
                askRapport(question, new Outcome(question));
            }
        });
    }

    Outcome measure(Question question) throws Exception {
        Outcome outcome = new Outcome(question);
        agree(question, outcome);
        for (int i = 0; i < AGAIN; i++) {
            askRapport(question, new Outcome(question));
        }
        for (int run = 0; run < runs; run++) {
            askRapport(question, outcome);
            boolean rested = false;
            for (Peer peer : question.sql().isPresent() ? peers : List.<Peer>of()) {
                Timing timing = outcome.timing(contender(peer));
                if (timing.runs() < wanted(timing)) {
                    rested |= timing.time(() -> peer.ask(question)) > SLOW;
                }
            }
            if (rested) {
                outcome.timing(Contender.RESTED).time(() -> people.fragment(question.page()));
                askRapport(question, new Outcome(question));
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

    private int wanted(Timing timing) {
        if (timing.runs() == 0 || timing.median() <= SLOW) {
            return runs;
        }
        return timing.median() > VERY_SLOW ? 1 : Math.min(runs, SLOW_RUNS);
    }

    private void agree(Question question, Outcome outcome) throws Exception {
        if (question.csv().isEmpty()) {
            return;
        }
        String csv = new String(programs.data(question.csv().get()), StandardCharsets.UTF_8);
        Table ours = Table.ofCsv(csv, question.keys(), question.values());
        if (ours.size() == 0) {
            throw new IllegalStateException(question.key() + " has no rows: nothing was measured");
        }
        outcome.rows(ours.size());
        for (Peer peer : peers) {
            long begin = System.nanoTime();
            Table theirs = peer.answer(question);
            double took = (System.nanoTime() - begin) / 1e6;
            if (took > VERY_SLOW) {
                outcome.timing(contender(peer)).add(took);
            }
            Optional<String> difference = ours.differenceTo(theirs);
            if (difference.isPresent()) {
                throw new IllegalStateException(
                        question.key() + ": Rapport and " + peer.dialect().label() + " differ in " + difference.get());
            }
        }
    }

    private static Contender contender(Peer peer) {
        return switch (peer.dialect()) {
            case POSTGRES -> Contender.POSTGRES;
            case DUCKDB -> Contender.DUCKDB;
        };
    }
}
