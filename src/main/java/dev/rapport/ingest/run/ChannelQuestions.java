package dev.rapport.ingest.run;

import dev.rapport.channel.NewChannel;
import dev.rapport.ingest.mapping.ImportQuestion;
import dev.rapport.ingest.store.ForeseenChannels;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Offers to take each new channel for another one, and asks where a name looks like another's, or where they are many. */
final class ChannelQuestions {
    /** So many new ones at once are nothing odd. */
    private static final int FEW = 5;

    private static final int MOST_OFFERED = 60;
    private static final int NAMED = 12;

    private ChannelQuestions() {}

    static List<ImportQuestion> of(ForeseenChannels channels) {
        List<ImportQuestion> questions = new ArrayList<>();
        if (channels.made().size() > FEW) {
            questions.add(ImportQuestion.confirm(ImportQuestion.Kind.NEW_CHANNELS, "", names(channels.made())));
        }
        channels.made().stream()
                .limit(MOST_OFFERED)
                .map(made -> question(made, channels.known()))
                .forEach(questions::add);
        return questions;
    }

    private static ImportQuestion question(NewChannel made, List<String> known) {
        Set<String> options = new LinkedHashSet<>();
        options.add(ImportQuestion.NEW);
        options.addAll(made.alike());
        options.addAll(known);
        return new ImportQuestion(
                made.alike().isEmpty() ? ImportQuestion.Kind.NEW_CHANNEL : ImportQuestion.Kind.LIKE_CHANNEL,
                made.name(),
                made.name() + " × " + made.rows(),
                List.copyOf(options));
    }

    private static String names(List<NewChannel> made) {
        String names = String.join(
                ", ", made.stream().limit(NAMED).map(NewChannel::name).toList());
        return made.size() + ": " + names + (made.size() > NAMED ? " …" : "");
    }
}
