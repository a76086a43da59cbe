package dev.rapport.annotation;

import dev.rapport.channel.Channel;
import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads an annotation as a form sends it.
 *
 * @param last the same day as the first when it is left out
 */
public record AnnotationForm(
        @FormParam("kind") String kind,

        @FormParam("title") @ShortText(max = 200, message = "annotations:whatBad")
        String title,

        @FormParam("first") String first,
        @FormParam("last") String last,
        @FormParam("channel") String channel)
        implements FormRules {
    static final AnnotationForm BLANK = new AnnotationForm(Annotation.Kind.OTHER.key(), "", "", "", "");

    public AnnotationForm {
        kind = FormText.stripped(kind);
        title = FormText.stripped(title);
        first = FormText.stripped(first);
        last = FormText.stripped(last);
        channel = FormText.stripped(channel);
    }

    static AnnotationForm of(Annotation annotation) {
        return new AnnotationForm(
                annotation.kind,
                annotation.title,
                annotation.firstDay.toString(),
                annotation.lastDay.equals(annotation.firstDay) ? "" : annotation.lastDay.toString(),
                Optional.ofNullable(annotation.channelId)
                        .flatMap(Channel::withId)
                        .map(known -> known.key)
                        .orElse(""));
    }

    @Override
    public void check(Problems problems) {
        problems.addIf(!kind.isEmpty() && Annotation.Kind.of(kind).isEmpty(), "kind", "annotations:kindBad");
        problems.addIf(!channel.isEmpty() && knownChannel().isEmpty(), "channel", "annotations:channelBad");
        Optional<LocalDate> from = firstDay();
        Optional<LocalDate> to = lastDay();
        problems.addIf(from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get()), "first", "annotations:daysBad");
    }

    Annotation.Kind knownKind() {
        return Annotation.Kind.of(kind).orElse(Annotation.Kind.OTHER);
    }

    Optional<LocalDate> firstDay() {
        return FormText.day(first);
    }

    Optional<LocalDate> lastDay() {
        return last.isEmpty() ? firstDay() : FormText.day(last);
    }

    Optional<Channel> knownChannel() {
        return Channel.withKey(channel);
    }
}
