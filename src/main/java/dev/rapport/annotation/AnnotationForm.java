package dev.rapport.annotation;

import dev.rapport.channel.Channel;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An annotation as a form sends it. */
public class AnnotationForm {
    private static final int LONGEST = 200;

    /** PostgreSQL and calendars go further; nobody's business does. */
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    @FormParam("kind")
    @Nullable
    String kind;

    @FormParam("title")
    @Nullable
    String title;

    @FormParam("first")
    @Nullable
    String first;

    @FormParam("last")
    @Nullable
    String last;

    @FormParam("channel")
    @Nullable
    String channel;

    static AnnotationForm empty() {
        return new AnnotationForm();
    }

    static AnnotationForm of(Annotation annotation) {
        AnnotationForm form = new AnnotationForm();
        form.kind = annotation.kind;
        form.title = annotation.title;
        form.first = annotation.firstDay.toString();
        form.last = annotation.lastDay.equals(annotation.firstDay) ? "" : annotation.lastDay.toString();
        form.channel = Optional.ofNullable(annotation.channelId)
                .flatMap(Channel::withId)
                .map(known -> known.key)
                .orElse("");
        return form;
    }

    static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    String titleText() {
        return plain(title);
    }

    Annotation.Kind knownKind() {
        return Annotation.Kind.of(plain(kind)).orElse(Annotation.Kind.OTHER);
    }

    Optional<LocalDate> firstDay() {
        return day(first);
    }

    /** The same day when none is given. */
    Optional<LocalDate> lastDay() {
        return plain(last).isEmpty() ? firstDay() : day(last);
    }

    Optional<Channel> knownChannel() {
        return Channel.withKey(plain(channel));
    }

    boolean isTitleBad() {
        String text = titleText();
        return text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0;
    }

    boolean areDaysBad() {
        return firstDay().isEmpty()
                || lastDay().isEmpty()
                || lastDay().get().isBefore(firstDay().get());
    }

    boolean isKindBad() {
        return !plain(kind).isEmpty() && Annotation.Kind.of(plain(kind)).isEmpty();
    }

    boolean isChannelBad() {
        return !plain(channel).isEmpty() && knownChannel().isEmpty();
    }

    boolean isBad() {
        return isTitleBad() || isKindBad() || areDaysBad() || isChannelBad();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.of(LocalDate.parse(plain(text))).filter(day -> !day.isBefore(FIRST) && day.isBefore(LAST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
