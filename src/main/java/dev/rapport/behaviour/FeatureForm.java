package dev.rapport.behaviour;

import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A feature as a form sends it. */
public class FeatureForm {
    private static final int LONGEST = 200;

    /** PostgreSQL and calendars go further; no product does. */
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    @FormParam("name")
    @Nullable
    String name;

    @FormParam("event")
    @Nullable
    String event;

    @FormParam("released")
    @Nullable
    String released;

    static FeatureForm of(Feature feature) {
        FeatureForm form = new FeatureForm();
        form.name = feature.name;
        form.event = feature.eventName;
        form.released = feature.releasedOn == null ? "" : feature.releasedOn.toString();
        return form;
    }

    static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static boolean isBadText(String text) {
        return text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0;
    }

    String nameText() {
        return plain(name);
    }

    String eventText() {
        return plain(event);
    }

    String releasedText() {
        return plain(released);
    }

    boolean isNameBad() {
        return isBadText(nameText());
    }

    /** @param own id of the feature that is edited, whose event it may keep; 0 for a new one */
    boolean isEventBad(int own) {
        return isBadText(eventText())
                || Feature.withEvent(eventText())
                        .filter(other -> other.id != own)
                        .isPresent();
    }

    boolean isReleaseBad() {
        return !releasedText().isEmpty() && releasedOn().isEmpty();
    }

    boolean isBad(int own) {
        return isNameBad() || isEventBad(own) || isReleaseBad();
    }

    Optional<LocalDate> releasedOn() {
        try {
            return Optional.of(LocalDate.parse(releasedText()))
                    .filter(day -> !day.isBefore(FIRST) && day.isBefore(LAST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
