package dev.rapport.dashboard.guide;

import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.dashboard.FigureView;
import dev.rapport.dashboard.MetricTexts;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.PageLinks;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.words.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays out the common mistakes: says what to ask for, and shows each on what was found. */
final class MistakesLayout {
    private static final int OVERLOAD = 9;
    private static final int WEEK = 7;
    private static final int YEAR = 365;
    /** In per cent; less is no direction. */
    private static final BigDecimal MOVED = BigDecimal.valueOf(2);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A count that pleases, and the rate that belongs to it. */
    private record Pair(String count, String rate) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("sessions", "conversion_rate"),
            new Pair("page_views", "pages_per_session"),
            new Pair("unique_visitors", "activity_rate"),
            new Pair("orders", "aov"),
            new Pair("opens", "ctr"),
            new Pair("new_customers", "retention_rate"),
            new Pair("followers", "social_engagement_rate"));
    private static final List<String> SPLIT = List.of("csat", "conversion_rate", "nps", "churn_rate");
    private static final List<String> COURSES = List.of("sessions", "conversion_rate", "revenue", "csat");

    private final PageContext context;
    private final LocalDate today;
    private final List<String> own;
    private final MistakesMessages words;

    /** @param context of the last 90 days, compared with the 90 before, @param own keys of the person's list */
    MistakesLayout(PageContext context, LocalDate today, List<String> own) {
        this.context = context;
        this.today = today;
        this.own = own;
        this.words = context.words(MistakesMessages.class);
    }

    Stream<MetricQuery> asks() {
        return Stream.of(
                        PAIRS.stream().flatMap(pair -> Stream.of(total(pair.count), total(pair.rate))),
                        SPLIT.stream().flatMap(key -> Stream.of(total(key), split(key))),
                        COURSES.stream().flatMap(key -> Stream.of(over(key, WEEK), over(key, YEAR))),
                        own.stream().map(this::total),
                        Stream.of(
                                total("session_duration"),
                                total("session_duration_median"),
                                total("follow_up"),
                                channels()))
                .flatMap(asks -> asks);
    }

    MistakesPage page(Answers answers, NeglectedRecords.Counts neglected) {
        return new MistakesPage(
                context.period(),
                List.of(
                        vanity(answers),
                        average(answers),
                        segments(answers),
                        contextless(answers),
                        seen("overload", own.size() > OVERLOAD, words.overload(counted(own.size())), "/my-metrics"),
                        shortTerm(answers),
                        seen("fixed", neglected.targets() > 0, words.fixed(counted(neglected.targets())), "/targets"),
                        voice(answers),
                        seen(
                                "quality",
                                neglected.rejected() > 0,
                                words.quality(count(neglected.rejected()), count(neglected.read())),
                                ""),
                        channel(answers)));
    }

    private MistakesPage.Mistake vanity(Answers answers) {
        return PAIRS.stream()
                .filter(pair -> FigureMoves.direction(
                                        answers.to(total(pair.count)).total())
                                > 0
                        && FigureMoves.direction(answers.to(total(pair.rate)).total()) < 0)
                .findFirst()
                .map(pair -> found(
                        "vanity",
                        words.vanity(
                                name(pair.count),
                                before(answers.to(total(pair.count))),
                                now(answers.to(total(pair.count))),
                                name(pair.rate),
                                before(answers.to(total(pair.rate))),
                                now(answers.to(total(pair.rate)))),
                        links().metric(pair.rate)))
                .orElseGet(() -> notSeen("vanity"));
    }

    private MistakesPage.Mistake average(Answers answers) {
        Answer mean = answers.to(total("session_duration"));
        Answer median = answers.to(total("session_duration_median"));
        boolean apart = value(mean).isPresent()
                && value(median).isPresent()
                && value(mean).get().compareTo(value(median).get()) > 0;
        return seen(
                "average",
                apart,
                apart ? words.average(now(mean), now(median)) : "",
                links().metric("session_duration"));
    }

    /** Of the first metric of which two segments lie apart by more than chance. */
    private MistakesPage.Mistake segments(Answers answers) {
        for (String key : SPLIT) {
            List<Answer.Row> rows = answers.to(split(key)).rows().stream()
                    .filter(row -> row.figure().value().isPresent()
                            && row.figure().interval().isPresent()
                            && row.figure().n() >= Figure.FEW)
                    .sorted(Comparator.comparing(row -> row.figure().value().orElseThrow()))
                    .toList();
            if (rows.size() > 1
                    && FigureMoves.apart(
                            rows.get(0).figure(), rows.get(rows.size() - 1).figure())) {
                Answer total = answers.to(total(key));
                Answer.Row low = rows.get(0);
                Answer.Row high = rows.get(rows.size() - 1);
                return found(
                        "segments",
                        words.segments(
                                name(key),
                                now(total),
                                text(total, high.figure()),
                                high.label(),
                                text(total, low.figure()),
                                low.label()),
                        links().metric(key));
            }
        }
        return notSeen("segments");
    }

    private MistakesPage.Mistake contextless(Answers answers) {
        List<String> bare = own.stream()
                .filter(key -> {
                    Answer answer = answers.to(total(key));
                    FigureView view = FigureView.of(answer, answer.total(), context.figures());
                    return answer.benchmark().isEmpty() && view.target().isEmpty();
                })
                .map(key -> words.context(name(key)))
                .toList();
        return new MistakesPage.Mistake("context", bare, bare.isEmpty() ? "" : "/targets");
    }

    private MistakesPage.Mistake shortTerm(Answers answers) {
        for (String key : COURSES) {
            Optional<BigDecimal> week =
                    FigureMoves.change(answers.to(over(key, WEEK)).total());
            Optional<BigDecimal> year =
                    FigureMoves.change(answers.to(over(key, YEAR)).total());
            boolean against = week.isPresent()
                    && year.isPresent()
                    && week.get().signum() * year.get().signum() < 0
                    && week.get().abs().compareTo(MOVED) >= 0
                    && year.get().abs().compareTo(MOVED) >= 0;
            if (against) {
                return found(
                        "short",
                        words.shortTerm(name(key), percent(week.get()), percent(year.get())),
                        new PageLinks("", slice(YEAR)).metric(key));
            }
        }
        return notSeen("short");
    }

    private MistakesPage.Mistake voice(Answers answers) {
        Answer followed = answers.to(total("follow_up"));
        Figure figure = followed.total().figure();
        boolean low = figure.value().isPresent() && figure.value().get().compareTo(HUNDRED) < 0;
        return seen(
                "voice",
                low,
                low ? words.voice(text(followed, figure), count(figure.n())) : "",
                links().to("/follow-up"));
    }

    private MistakesPage.Mistake channel(Answers answers) {
        Answer visits = answers.to(channels());
        BigDecimal all = visits.rows().stream()
                .flatMap(row -> row.figure().value().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return visits.rows().stream()
                .filter(row -> row.figure().value().isPresent() && all.signum() > 0)
                .max(Comparator.comparing(row -> row.figure().value().orElseThrow()))
                .map(row -> found(
                        "channel",
                        words.channel(
                                row.label(),
                                context.audience()
                                        .numbers()
                                        .percent(
                                                FigureMoves.share(
                                                        row.figure().value().orElseThrow(), all),
                                                0)),
                        links().metric("sessions")))
                .orElseGet(() -> notSeen("channel"));
    }

    private static MistakesPage.Mistake seen(String key, boolean seen, String sentence, String url) {
        return seen ? found(key, sentence, url) : notSeen(key);
    }

    private static MistakesPage.Mistake found(String key, String sentence, String url) {
        return new MistakesPage.Mistake(key, List.of(sentence), url);
    }

    private static MistakesPage.Mistake notSeen(String key) {
        return new MistakesPage.Mistake(key, List.of(), "");
    }

    private String percent(BigDecimal change) {
        String text = context.audience().numbers().percent(change, 0);
        return change.signum() > 0 ? "+" + text : text;
    }

    private static Optional<BigDecimal> value(Answer answer) {
        return answer.total().figure().value();
    }

    private String now(Answer answer) {
        return text(answer, answer.total().figure());
    }

    private String before(Answer answer) {
        return text(answer, answer.total().before().orElseGet(Figure::noData));
    }

    private String text(Answer answer, Figure figure) {
        return context.figures().figure(answer.metric().definition().unit(), figure);
    }

    private String name(String key) {
        return MetricTexts.name(key, context.audience().locale());
    }

    private String count(long number) {
        return context.audience().numbers().count(number);
    }

    private Counted counted(long number) {
        return context.audience().numbers().counted(number);
    }

    private PageLinks links() {
        return new PageLinks("", context.slice());
    }

    private MetricQuery total(String key) {
        return new MetricQuery(key, context.slice(), Grouping.TOTAL);
    }

    private MetricQuery split(String key) {
        String group = context.groups().get(0);
        return new MetricQuery(key, context.slice().withComparison(Comparison.NONE), Grouping.segments(group));
    }

    private MetricQuery channels() {
        return new MetricQuery("sessions", context.slice().withComparison(Comparison.NONE), Grouping.CHANNELS);
    }

    private MetricQuery over(String key, int days) {
        return new MetricQuery(key, slice(days), Grouping.TOTAL);
    }

    /** The last so many days that are over, against as many before. */
    private Slice slice(int days) {
        return context.slice().withPeriod(new Period(today.minusDays(days), today));
    }
}
