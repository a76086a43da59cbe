package dev.rapport.metric;

import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Defines the metric repeat orders after a contact: the share of customers who ordered again after they wrote to
 * support, x 100. Of the customers who ordered in the slice and wrote to support within {@link #CONTACT_DAYS} days of
 * it, it counts those who ordered again after they wrote, up to {@link #REPEAT_DAYS} days after the order; with the
 * option {@code contact=without} those who did not write and ordered again after those days, with {@code
 * contact=difference} how much the share of those who wrote and ordered again after those days is above that, in
 * points.
 *
 * <p>A customer's first order in the slice counts, once it is {@link #REPEAT_DAYS} days old, in the channel and segment of
 * that order; who wrote counts earlier when all who wrote have ordered again already, for then waiting changes nothing.
 * Against those who did not write, orders within the days of contact count for neither group: a customer can only be seen to
 * write before he orders again, so whoever ordered at once would fall among those who did not write and make them look
 * better (immortal time; this is a landmark analysis).
 *
 * <p>Unit: per cent with Wilson's interval; points with Newcombe's. Null behaviour: no data without customers, and for the
 * difference without customers in either group. Example: 30 of 100 against 40 of 100 is 10 points less, -22.7 to 3.2. Source:
 * VWO [V8].
 */
public final class ContactRepeatRate implements FactMetric {
    public static final int CONTACT_DAYS = 14;
    public static final int REPEAT_DAYS = 90;

    private static final Definition DEFINITION = Define.metric(
                    "contact_repeat_rate", Definition.Topic.SUPPORT, Definition.Unit.PERCENT, Definition.Better.NEITHER)
            .options(SliceOption.CONTACT)
            .sources("V8")
            .rows(RowSet.of("contact"))
            .done();

    ContactRepeatRate() {}

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    public Figure figure(Slice slice, ContactRepeatCounts repeats) {
        Figure without = Figures.share(repeats.othersAgain(), repeats.others());
        return switch (slice.option(SliceOption.CONTACT).orElse("with")) {
            case "without" -> without;
            case "difference" ->
                difference(repeats, Figures.share(repeats.contactedAgain(), repeats.contacted()), without);
            default ->
                repeats.isSettled()
                        ? Figures.share(
                                repeats.returned() + repeats.youngReturned(), repeats.contacted() + repeats.young())
                        : Figures.share(repeats.returned(), repeats.contacted());
        };
    }

    /** No quotient, so nothing stands above or below a line; it rests on the smaller group. */
    private static Figure difference(ContactRepeatCounts repeats, Figure with, Figure without) {
        return with.value()
                .flatMap(one -> without.value().map(one::subtract))
                .map(difference -> new Figure(
                        Optional.of(difference),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        Math.min(with.n(), without.n()),
                        Statistics.difference(
                                        repeats.othersAgain(),
                                        repeats.others(),
                                        repeats.contactedAgain(),
                                        repeats.contacted())
                                .map(interval -> interval.times(100))))
                .orElse(Figure.noData());
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("repeat_after_contact");
    }
}
