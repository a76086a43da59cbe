package dev.rapport.support;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.metric.ContactRepeatCounts;
import dev.rapport.metric.ContactRepeatRate;
import dev.rapport.metric.Figure;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts the customers who ordered, wrote to support, and ordered again. */
@ApplicationScoped
public class ContactRepeats implements FactReader {
    private static final int HOURS = 24;

    private final Clock clock;

    /** On what they depend, whichever of the shares is asked for. */
    private record Asked(Slice slice, Period period, Grouping grouping) {}

    ContactRepeats(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof ContactRepeatRate;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        Slice either = slice.withOption(SliceOption.CONTACT, Optional.empty());
        Map<DimensionKey, ContactRepeatCounts> repeats = readTransaction.once(
                new Asked(either, period, grouping), () -> repeats(readTransaction, slice, period, grouping));
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        repeats.forEach((key, group) -> figures.put(key, ((ContactRepeatRate) metric).figure(slice, group)));
        return figures;
    }

    private Map<DimensionKey, ContactRepeatCounts> repeats(
            ReadTransaction readTransaction, Slice slice, Period period, Grouping grouping) {
        int contact = HOURS * ContactRepeatRate.CONTACT_DAYS;
        int repeat = HOURS * ContactRepeatRate.REPEAT_DAYS;
        Map<DimensionKey, ContactRepeatCounts> repeats = new HashMap<>();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        new SliceSql(slice, period, grouping)
                .add("""
                        , days as (
                            select make_interval(hours => ?) as contact, make_interval(hours => ?) as repeat,
                                   ?::timestamptz as now),
                        fact as (
                            select bucket.no as bucket, purchase.channel_id, purchase.person_id, purchase.day, purchase.at
                            from days, bucket
                            join purchase on purchase.at >= bucket.from_at and purchase.at < bucket.to_at
                            where purchase.at <= days.now
                        """, contact, repeat, now)
                .andChannel("purchase.channel_id")
                .add(")\n")
                .select("""
                        exists (select from days, visitor join ticket on ticket.visitor_id = visitor.id
                                where visitor.person_id = fact.person_id and ticket.current
                                  and ticket.created_at >= min(fact.at)
                                  and ticket.created_at < min(fact.at) + days.contact) as contacted,
                        (select min(fact.at) <= days.now - days.repeat from days) as passed,
                        exists (select from days, purchase
                                where purchase.person_id = fact.person_id
                                  and purchase.at >= min(fact.at) + days.contact
                                  and purchase.at < min(fact.at) + days.repeat) as again,
                        exists (select from days, visitor join ticket on ticket.visitor_id = visitor.id
                                join purchase on purchase.person_id = visitor.person_id and purchase.at > ticket.created_at
                                where visitor.person_id = fact.person_id and ticket.current
                                  and ticket.created_at >= min(fact.at)
                                  and ticket.created_at < min(fact.at) + days.contact
                                  and purchase.at < min(fact.at) + days.repeat) as returned
                        """)
                .add(" group by 1, 2, 3, 4, fact.person_id")
                .run(
                        readTransaction.handle(),
                        (key, row) -> repeats.merge(
                                key,
                                ContactRepeatCounts.of(
                                        row.getBoolean("contacted"),
                                        row.getBoolean("passed"),
                                        row.getBoolean("again"),
                                        row.getBoolean("returned")),
                                ContactRepeatCounts::plus));
        return repeats;
    }
}
