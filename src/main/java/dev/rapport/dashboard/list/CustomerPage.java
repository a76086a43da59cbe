package dev.rapport.dashboard.list;

import dev.rapport.customers.CustomerMessages;
import dev.rapport.customers.CustomerProfile;
import dev.rapport.customers.CustomerProfile.Counted;
import dev.rapport.customers.Timeline;
import dev.rapport.customers.TimelineFilter;
import dev.rapport.dashboard.PageContext;
import dev.rapport.dashboard.Tab;
import dev.rapport.fact.FactTexts;
import dev.rapport.fact.TimelineLine;
import dev.rapport.fact.TimelineLine.Amount;
import dev.rapport.fact.TimelineLine.End;
import dev.rapport.metric.Definition.Unit;
import dev.rapport.metric.Health;
import dev.rapport.metric.HealthPart;
import dev.rapport.revenue.BoughtTogether;
import dev.rapport.revenue.ReasonsPage;
import dev.rapport.segment.ReservedValues;
import dev.rapport.segment.SegmentMessages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the page of one customer as it is shown. */
public record CustomerPage(
        String name,
        String number,
        String email,
        List<Fact> facts,
        Optional<HealthView> health,
        List<Dated> traits,
        List<Dated> segments,
        List<Bar> channels,
        List<Bar> features,
        List<Bar> products,
        List<OfferLine> offers,
        List<Bar> hours,
        String zone,
        ReasonsPage reasons,
        TimelineView timeline) {
    /** @param nameKey of the name in the bundle */
    public record Fact(String nameKey, String value, String note) {}

    public record HealthView(String score, String bandKey, String tone, List<Part> parts) {}

    /** @param points empty: not known, left out */
    public record Part(String nameKey, String howKey, String points, String weight) {}

    public record Dated(String name, String value, String when) {}

    /** @param width in per cent of the largest */
    public record Bar(String name, String value, long width) {}

    /** @param why the counts behind it, in words */
    public record OfferLine(String product, String why) {}

    public record TimelineView(List<Tab> kinds, List<Line> lines, String newestUrl, String olderUrl, String csvUrl) {}

    /** @param at as HTML wants a moment */
    public record Line(
            String at, String when, String kindName, String kind, String channel, String about, List<String> details) {}

    static CustomerPage of(
            CustomerProfile profile,
            List<BoughtTogether.Offer> offers,
            Timeline timeline,
            TimelineFilter filter,
            ReasonsPage reasons,
            PageContext context) {
        CustomerMessages words = context.words(CustomerMessages.class);
        Writing writing = new Writing(context, words, profile.zone());
        return new CustomerPage(
                CustomerListPage.name(profile.name(), profile.number(), profile.person(), words),
                profile.number(),
                profile.email(),
                writing.facts(profile),
                profile.health().map(health -> writing.health(health, profile.weights())),
                profile.traits().stream()
                        .map(trait -> new Dated(
                                trait.name(),
                                trait.value(),
                                trait.since()
                                        .map(at -> words.since(writing.day(at)))
                                        .orElse("")))
                        .toList(),
                profile.segments().stream().map(writing::segment).toList(),
                writing.bars(profile.channels()),
                writing.bars(profile.features()),
                writing.bars(profile.products()),
                offers.stream().map(writing::offer).toList(),
                writing.hours(profile.hours()),
                profile.zone().getId(),
                reasons,
                writing.timeline(profile.person(), timeline, filter));
    }

    private record Writing(PageContext context, CustomerMessages words, ZoneId zone) {
        List<Fact> facts(CustomerProfile profile) {
            CustomerProfile.Totals totals = profile.totals();
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact("sort_value", money(totals.value()), ""));
            facts.add(new Fact("sort_orders", count(totals.orders()), ""));
            facts.add(new Fact("visits", count(totals.visits()), ""));
            facts.add(new Fact("sort_tickets", count(totals.tickets()), words.open(count(totals.openTickets()))));
            facts.add(new Fact("firstSeen", totals.firstAt().map(this::day).orElseGet(words::never), ""));
            facts.add(
                    new Fact("sort_last_active", totals.lastAt().map(this::day).orElseGet(words::never), ""));
            if (!profile.channels().isEmpty()) {
                facts.add(new Fact("preferredChannel", profile.channels().get(0).name(), ""));
            }
            return facts;
        }

        OfferLine offer(BoughtTogether.Offer offer) {
            String everybody =
                    context.figures().figure(Unit.PERCENT, offer.everybody().figure());
            String part = count(offer.share().part());
            String whole = count(offer.share().whole());
            return new OfferLine(
                    offer.product(),
                    offer.bought().isEmpty()
                            ? words.offeredAlike(part, whole, everybody)
                            : words.offeredWith(part, whole, offer.bought(), everybody));
        }

        HealthView health(Health health, Health.Weights weights) {
            return new HealthView(
                    context.audience().numbers().decimal(BigDecimal.valueOf(health.tenths(), 1), 1),
                    CustomerListPage.bandKey(health.band()),
                    CustomerListPage.tone(health.band()),
                    Stream.of(HealthPart.values())
                            .map(part -> new Part(
                                    "part_" + part.key(),
                                    "how_" + part.key(),
                                    Optional.ofNullable(health.points().get(part))
                                            .map(points -> count(points))
                                            .orElse(""),
                                    count(weights.weight(part))))
                            .toList());
        }

        Dated segment(CustomerProfile.Held held) {
            String when = held.from().isEmpty() && held.to().isEmpty()
                    ? words.always()
                    : held.to()
                            .map(to -> held.from()
                                    .map(from -> context.audience().dates().period(from, to.minusDays(1)))
                                    .orElseGet(() -> words.until(day(to.minusDays(1)))))
                            .orElseGet(() -> held.from()
                                    .map(from -> words.since(day(from)))
                                    .orElse(""));
            return new Dated(
                    held.group(),
                    ReservedValues.name(held.key(), context.words(SegmentMessages.class))
                            .orElse(held.value()),
                    when);
        }

        List<Bar> bars(List<Counted> all) {
            long most = all.stream().mapToLong(Counted::count).max().orElse(1);
            return all.stream()
                    .map(each -> new Bar(each.name(), count(each.count()), 100 * each.count() / Math.max(1, most)))
                    .toList();
        }

        List<Bar> hours(long[] hours) {
            long most = Arrays.stream(hours).max().orElse(0);
            List<Bar> bars = new ArrayList<>();
            for (int hour = 0; most > 0 && hour < hours.length; hour++) {
                bars.add(new Bar("%02d:00".formatted(hour), count(hours[hour]), 100 * hours[hour] / most));
            }
            return bars;
        }

        TimelineView timeline(int person, Timeline timeline, TimelineFilter filter) {
            String page = "/customers/" + person;
            String kind = filter.kind().map(chosen -> "?kind=" + chosen.kind()).orElse("");
            List<Tab> kinds = new ArrayList<>();
            kinds.add(new Tab(words.all(), page, filter.kind().isEmpty()));
            for (TimelineLine each : Timeline.KINDS) {
                kinds.add(new Tab(
                        FactTexts.timeline(each.kind(), context.audience().locale()),
                        page + "?kind=" + each.kind(),
                        filter.kind().equals(Optional.of(each))));
            }
            return new TimelineView(
                    kinds,
                    timeline.entries().stream().map(this::line).toList(),
                    filter.before().isPresent() ? page + kind : "",
                    timeline.next()
                            .map(next -> page + (kind.isEmpty() ? "?" : kind + "&") + "before=" + next.text())
                            .orElse(""),
                    page + ".csv" + kind);
        }

        private Line line(Timeline.Entry entry) {
            List<String> details = new ArrayList<>();
            entry.amount()
                    .filter(amount -> amount.signum() != 0 || entry.kind().amount() == Amount.SCORE)
                    .ifPresent(amount -> details.add(amount(entry.kind().amount(), amount)));
            if (entry.kind().end() == End.RESOLVED) {
                details.add(entry.until().map(at -> words.resolved(moment(at))).orElseGet(words::stillOpen));
            } else if (entry.kind().end() == End.OVER) {
                entry.until().ifPresent(at -> details.add(words.until(moment(at))));
            }
            if (!entry.detail().isEmpty()) {
                details.add(entry.detail());
            }
            return new Line(
                    entry.at().toString(),
                    moment(entry.at()),
                    FactTexts.timeline(entry.kind().kind(), context.audience().locale()),
                    entry.kind().kind(),
                    entry.channel(),
                    entry.about(),
                    details);
        }

        private String amount(Amount means, BigDecimal amount) {
            return switch (means) {
                case MONEY -> money(amount);
                case MONEY_A_MONTH -> words.monthly(money(amount));
                case SCORE -> words.score(context.audience().numbers().whole(amount));
                case PAGES -> words.pages(context.audience().numbers().whole(amount));
                case NONE -> "";
            };
        }

        private String money(BigDecimal amount) {
            return context.figures().value(Unit.MONEY, amount);
        }

        private String count(long count) {
            return context.audience().numbers().count(count);
        }

        private String moment(Instant at) {
            return context.audience().dates().moment(at, zone);
        }

        private String day(Instant at) {
            return day(at.atZone(zone).toLocalDate());
        }

        private String day(LocalDate day) {
            return context.audience().dates().day(day);
        }
    }
}
