package dev.rapport.dashboard.board;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.FilterBar;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.words.NumberFormats;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lays out who answers tickets and when: says what to ask for, and makes the page of the answers. */
final class SupportWorkLayout {
    static final List<String> PARTS =
            List.of(Dimension.AGENT.key(), Dimension.TEAM.key(), Dimension.PRIORITY.key(), Dimension.ISSUE_TYPE.key());
    static final String MAP = "map";
    static final List<String> MAPS = List.of(
            "ticket_volume", "answered_tickets", "resolved_tickets", "first_response_time", "resolution_time", "csat");

    private static final String CREATED = "ticket_volume";
    private static final String ANSWERED = "answered_tickets";
    private static final String RESOLVED = "resolved_tickets";
    private static final List<String> COLUMNS =
            List.of(CREATED, ANSWERED, "first_response_time", "resolution_time", RESOLVED, "reopened", "csat");

    private final PartTable parts;
    private final String map;
    private final PageContext context;
    private final SupportWorkMessages words;

    /** @param part what the table is by, @param map which metric is shown by weekday and hour */
    SupportWorkLayout(String part, String map, PageContext context) {
        this.parts = new PartTable(Dimension.of(part).orElseThrow(), PARTS, COLUMNS, context);
        this.map = map;
        this.context = context;
        this.words = context.words(SupportWorkMessages.class);
    }

    /** What must be known to show it. */
    Stream<MetricQuery> asks() {
        return Stream.concat(
                parts.asks(), Stream.of(CREATED, ANSWERED, RESOLVED, map).map(this::byHour));
    }

    /** What must be known of the hours alone. */
    Stream<MetricQuery> hours() {
        return Stream.of(CREATED, ANSWERED, RESOLVED).map(this::byHour);
    }

    List<HourBalance> week(Answers answers) {
        return HourBalance.ofWeek(
                answers.to(byHour(CREATED)), answers.to(byHour(ANSWERED)), answers.to(byHour(RESOLVED)));
    }

    /** @param agentsHidden whether a setting forbids to name agents */
    SupportWorkPage page(Answers answers, boolean agentsHidden) {
        PageLinks links = parts.links(new PageLinks("/support/work", context.slice()))
                .with(MAP, map.equals(MAPS.get(0)) ? "" : map);
        List<HourBalance> day = HourBalance.ofDay(week(answers));
        return new SupportWorkPage(
                links.url(),
                context.period(),
                FilterBar.of(links, context.choices(), Set.of(), context.periods())
                        .withoutGrain(),
                links.extras(),
                parts.tabs(links),
                parts.name(),
                agentsHidden && parts.dimension() == Dimension.AGENT,
                context.slice().comparedPeriod().isPresent(),
                parts.of(answers, links),
                BoardParts.trends(MAPS, MAP, map, links),
                HoursTable.of(answers.to(byHour(map)), context.slice().weekStart(), context.figures()),
                links.csv(map, "part:" + Dimension.WEEKDAY_HOUR.key()),
                balance(day),
                mostMissing(day),
                links.to("/support/work.csv"));
    }

    private List<SupportWorkPage.Hour> balance(List<HourBalance> day) {
        long most = day.stream().mapToLong(HourBalance::created).max().orElse(0);
        return day.stream()
                .map(each -> new SupportWorkPage.Hour(
                        clock(each.hour()) + "–" + clock(each.hour() + 1),
                        numbers().count(each.created()),
                        most == 0 ? 0 : (int) (100 * each.created() / most),
                        numbers().count(each.answered()),
                        numbers().count(each.resolved()),
                        numbers().signed(BigDecimal.valueOf(each.missing()), 0)))
                .toList();
    }

    private String mostMissing(List<HourBalance> day) {
        return day.stream()
                .max(Comparator.comparingLong(HourBalance::missing))
                .filter(worst -> worst.missing() > 0)
                .map(worst -> words.mostMissing(
                        clock(worst.hour()),
                        clock(worst.hour() + 1),
                        numbers().count(worst.created()),
                        numbers().count(worst.answered())))
                .orElse("");
    }

    private NumberFormats numbers() {
        return context.audience().numbers();
    }

    private static String clock(int hour) {
        return "%02d:00".formatted(hour % 24);
    }

    /** With nothing to compare. */
    private MetricQuery byHour(String key) {
        Slice plain = context.slice().withComparison(Comparison.NONE);
        return new MetricQuery(key, plain, Grouping.parts(Dimension.WEEKDAY_HOUR));
    }
}
