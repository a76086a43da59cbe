package dev.rapport.revenue;

import dev.rapport.channel.KnownNames;
import dev.rapport.person.Person;
import dev.rapport.slice.Dimension;
import dev.rapport.team.Settings;
import dev.rapport.web.Form;
import dev.rapport.web.NameKey;
import dev.rapport.web.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads why one customer left or stopped, and keeps what people say of it. */
@ApplicationScoped
public class CustomerReasons {
    /** More than anybody chooses from. */
    private static final int SUGGESTED = 100;

    private static final int LISTED = 50;

    private final Jdbi jdbi;
    private final Reader reader;
    private final Clock clock;

    CustomerReasons(Jdbi jdbi, Reader reader, Clock clock) {
        this.jdbi = jdbi;
        this.reader = reader;
        this.clock = clock;
    }

    /** With the form as nobody has sent it: about the last end that is known. */
    @Transactional
    public Optional<ReasonsPage> page(int person) {
        return Person.met(person).map(known -> page(known, blank(person)));
    }

    ReasonsPage page(Person person, Form<ReasonForm> form) {
        return new ReasonsPage(person.id, person.shown(), lines(person.id), form, known(), today().toString());
    }

    Form<ReasonForm> blank(int person) {
        LocalDate today = today();
        return Form.unsent(
                0,
                ReasonForm.blank(Subscription.ended(person).stream()
                        .map(ended -> Objects.requireNonNull(ended.endedAt))
                        .filter(at -> !at.isAfter(clock.instant()))
                        .findFirst()
                        .map(at -> at.atZone(zone()).toLocalDate())
                        .orElse(today)));
    }

    /** What is counted, the most frequent first. */
    List<String> known() {
        return jdbi.withHandle(handle -> handle.select(
                        "select reason from said_reason group by 1 order by count(*) desc, 1 limit ?", SUGGESTED)
                .mapTo(String.class)
                .list());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** Ends what was said of the same day before. In the spelling in which the reason is known. */
    void say(Person person, ReasonForm form, String who) {
        // Two who say it at once come one after the other.
        Person.findById(person.id, LockModeType.PESSIMISTIC_WRITE);
        StatedReason said = Objects.requireNonNull(StatedReason.begun(person));
        said.about = form.about();
        said.at = LocalDate.parse(form.day())
                .plusDays(1)
                .atStartOfDay(zone())
                .toInstant()
                .minus(1, ChronoUnit.MICROS);
        said.reason = jdbi.withHandle(handle -> new KnownNames(handle, null)
                .of(Dimension.REASON, List.of(form.reason()))
                .getOrDefault(form.reason(), form.reason()));
        said.setBy = who;
        said.setAt = clock.instant();
        StatedReason.of(person.id).stream()
                .filter(earlier -> earlier.about.equals(said.about) && earlier.at.equals(said.at))
                .forEach(StatedReason::end);
        said.persistAndFlush();
    }

    private List<ReasonsPage.Line> lines(int person) {
        Map<String, String> meanings = ReasonMeaning.inOrder().stream()
                .collect(Collectors.toMap(meaning -> meaning.saidKey, meaning -> meaning.means));
        ReasonMessages words = reader.words(ReasonMessages.class);
        List<ReasonsPage.Line> lines = new ArrayList<>();
        StatedReason.of(person)
                .forEach(said -> lines.add(line(
                        said.id,
                        said.about,
                        said.reason,
                        meanings,
                        said.at,
                        words.saidBy(said.setBy, reader.dates().moment(said.setAt, zone())))));
        GivenReason.of(person)
                .forEach(given ->
                        lines.add(line(0, given.about, given.reason, meanings, given.givenAt, words.byFile())));
        Subscription.ended(person).stream()
                .filter(ended -> ended.reason != null)
                .forEach(ended -> lines.add(line(
                        0,
                        "left",
                        Objects.requireNonNull(ended.reason),
                        meanings,
                        Objects.requireNonNull(ended.endedAt),
                        words.bySubscription(Optional.ofNullable(ended.plan).orElse("")))));
        return lines.stream().limit(LISTED).toList();
    }

    private ReasonsPage.Line line(
            long id, String about, String reason, Map<String, String> meanings, Instant at, String by) {
        return new ReasonsPage.Line(
                id,
                "about_" + about,
                reason,
                meanings.getOrDefault(NameKey.loose(reason), ""),
                reader.dates().day(at.atZone(zone()).toLocalDate()),
                by);
    }

    private static ZoneId zone() {
        return ZoneId.of(Settings.current().zone);
    }
}
