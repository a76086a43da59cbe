package dev.rapport.team;

import dev.rapport.words.TextFile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Holds who is signed in, and what was noted of signing in and of refusals. */
public record SignedInPage(List<Person> people, List<SettingsPage.Change> events, ZoneId zone) {

    /**
     * A person with their sessions.
     *
     * @param seen when their tokens were last renewed, which happens as long as they ask for anything
     */
    public record Person(String subject, String login, String name, int sessions, Instant since, Instant seen) {}

    static SignedInPage of(List<Person> people, List<SecurityTrail.Event> events, ZoneId zone, Locale reader) {
        return new SignedInPage(
                people, events.stream().map(event -> change(event, reader)).toList(), zone);
    }

    private static SettingsPage.Change change(SecurityTrail.Event event, Locale reader) {
        String action = TextFile.in(reader, "audit")
                .text(event.action().replaceAll("[^a-z]", "_"))
                .orElse(event.action());
        return new SettingsPage.Change(event.at(), event.who(), action, event.detail());
    }
}
