package dev.rapport.social;

import jakarta.ws.rs.FormParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one label of a mention, as a button or the topic's field sends it: {@code sentiment:1}, or label and value
 * apart.
 */
public class LabelForm {
    @FormParam("say")
    @Nullable
    String say;

    @FormParam("topic")
    @Nullable
    String topic;

    /** Which list it came from, to go back to. */
    @FormParam("show")
    @Nullable
    String show;

    /** @param value empty: it is taken back */
    record Said(Label label, Optional<String> value) {}

    /** Empty when it is nothing that can be said. */
    Optional<Said> said() {
        String[] words = (say == null ? "" : say).split(":", 2);
        Optional<Label> label = Label.of(words[0]);
        if (label.isEmpty() || words.length < 2) {
            return Optional.empty();
        }
        String value = label.get() == Label.TOPIC ? (topic == null ? "" : topic.strip()) : words[1];
        if (value.isEmpty()) {
            return Optional.of(new Said(label.get(), Optional.empty()));
        }
        return label.filter(known -> known.allows(value)).map(known -> new Said(known, Optional.of(value)));
    }

    LabelFilter filter() {
        return LabelFilter.of(show);
    }
}
