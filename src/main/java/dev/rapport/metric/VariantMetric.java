package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceOption;
import java.util.List;
import java.util.Optional;

/**
 * Computes a statistic of two variants of a campaign that were tried against each other, from a {@link Trial} of each.
 */
public abstract class VariantMetric implements FactMetric {
    private final Definition definition;

    /** So many of so many clicked, or converted. */
    public record Trial(long successes, long n) {}

    VariantMetric(String key, Definition.Unit unit) {
        this.definition = Define.metric(key, Definition.Topic.CAMPAIGNS, unit, Definition.Better.NEITHER)
                .options(SliceOption.RATE)
                .parts(Dimension.CAMPAIGN, Dimension.VARIANT)
                .withoutPeople()
                .sources("V8")
                .rows(RowSet.of("campaign_day"))
                .done();
    }

    @Override
    public final Definition definition() {
        return definition;
    }

    /** Whether conversions of those who clicked are compared, or else clicks of those who saw it. */
    public static boolean ofConversions(Slice slice) {
        return slice.option(SliceOption.RATE).isPresent();
    }

    @Override
    public final List<String> notes(Slice slice, SurveyItems items) {
        return List.of("variants_against_first");
    }

    /** @param control the variant compared with */
    public abstract Figure figure(Trial control, Trial variant);

    /** Of both together, as the whole that the figure rests on. */
    static long n(Trial control, Trial variant) {
        return Math.addExact(control.n(), variant.n());
    }

    static boolean canCompare(Trial control, Trial variant) {
        return control.n() > 0 && variant.n() > 0;
    }

    static Optional<ConfidenceInterval> interval(Trial control, Trial variant) {
        return Statistics.difference(control.successes(), control.n(), variant.successes(), variant.n());
    }
}
