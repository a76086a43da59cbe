package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.Set;

/**
 * Defines the metrics that are shares of mentions: those labelled so / those labelled either way x 100. The labels:
 * written in frustration; technical, where the others are about somebody's account; that a help article would answer;
 * that need a reply.
 *
 * <p>Unit: per cent, with Wilson's interval. Null behaviour: no data without such a label; unlabelled mentions are not below
 * the line. Source: ten engagement metrics [E10].
 */
final class MentionShare implements CellMetric {
    private final Definition definition;
    private final Input part;
    private final Input labelled;

    MentionShare(String key, Definition.Better better, Measure part, Measure labelled) {
        this.definition = Define.metric(key, Definition.Topic.SOCIAL, Definition.Unit.PERCENT, better)
                .parts(Dimension.NETWORK, Dimension.BRAND, Dimension.TOPIC)
                .sources("E10")
                .rows(RowSet.of("mention").only(key.replace("_share", "")))
                .done();
        this.part = Input.sum(part);
        this.labelled = Input.sum(labelled);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public Set<Input> inputs(Slice slice, SurveyItems items) {
        return Set.of(part, labelled);
    }

    @Override
    public Figure figure(Slice slice, SurveyItems items, Inputs inputs) {
        return Figures.share(inputs.count(part), inputs.count(labelled));
    }
}
