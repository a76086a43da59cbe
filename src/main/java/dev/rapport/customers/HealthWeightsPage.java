package dev.rapport.customers;

import dev.rapport.metric.HealthPart;
import dev.rapport.query.SliceChoices;
import dev.rapport.web.Choice;
import dev.rapport.web.Form;
import java.util.List;
import java.util.stream.Stream;

/** Holds the weights of health: everybody's, and those of single segments; each set is a form of its own. */
public record HealthWeightsPage(List<Entry> sets, List<Group> segments, Form<HealthSegmentForm> adding) {
    /** @param segment name of the segment; empty for everybody */
    public record Entry(Form<HealthWeightsForm> form, String segment, boolean removable) {
        public List<Weight> weights() {
            return Stream.of(HealthPart.values())
                    .map(part -> new Weight(
                            part.key(),
                            part.key() + "-" + form.id(),
                            "part_" + part.key(),
                            "how_" + part.key(),
                            form.sent().text(part)))
                    .toList();
        }
    }

    /** @param nameKey of the part's name in the bundle; {@code howKey} of how it is counted */
    public record Weight(String name, String id, String nameKey, String howKey, String value) {}

    public record Group(String name, List<Choice> values) {}

    /** @param forms one for each set */
    static HealthWeightsPage of(
            List<HealthWeights> all,
            List<Form<HealthWeightsForm>> forms,
            SliceChoices choices,
            Form<HealthSegmentForm> adding) {
        return new HealthWeightsPage(
                forms.stream()
                        .flatMap(form -> all.stream()
                                .filter(weights -> weights.id == form.id())
                                .map(weights -> new Entry(form, name(weights, choices), !weights.isGeneral())))
                        .toList(),
                choices.groups().stream()
                        .map(group -> new Group(
                                group.name(),
                                group.values().stream()
                                        .map(value -> new Choice(group.key() + ":" + value.key(), value.name()))
                                        .toList()))
                        .toList(),
                adding);
    }

    private static String name(HealthWeights weights, SliceChoices choices) {
        return weights.segmentGroup == null || weights.segmentValue == null
                ? ""
                : choices.groupName(weights.segmentGroup) + ": "
                        + choices.valueName(weights.segmentGroup, weights.segmentValue);
    }
}
