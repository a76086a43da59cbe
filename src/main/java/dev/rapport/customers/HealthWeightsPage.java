package dev.rapport.customers;

import dev.rapport.metric.HealthPart;
import dev.rapport.query.SliceChoices;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The weights of health: everybody's, and those of single segments; each set is a form of its own. */
public record HealthWeightsPage(List<Entry> sets, List<Group> segments, boolean segmentBad) {
    /**
     * @param segment name of the segment; empty for everybody
     * @param bad some weight is no whole number of 0 to 100, or all are 0
     */
    public record Entry(int id, String segment, List<Weight> weights, boolean bad, boolean removable) {
        public String action() {
            return "/settings/health/" + id;
        }
    }

    /** @param nameKey of the part's name in the bundle; {@code howKey} of how it is counted */
    public record Weight(String name, String nameKey, String howKey, String value) {}

    public record Group(String name, List<Option> values) {}

    public record Option(String key, String name) {}

    /** @param sent the form that was refused for the weights of a number, of which 0 are those to be added */
    static HealthWeightsPage of(
            List<HealthWeights> all, SliceChoices choices, int refused, Optional<HealthWeightsForm> sent) {
        return new HealthWeightsPage(
                all.stream()
                        .map(each -> entry(
                                each,
                                choices,
                                sent.filter(form -> each.id == refused).orElseGet(() -> HealthWeightsForm.of(each)),
                                sent.isPresent() && each.id == refused))
                        .toList(),
                choices.groups().stream()
                        .map(group -> new Group(
                                group.name(),
                                group.values().stream()
                                        .map(value -> new Option(group.key() + ":" + value.key(), value.name()))
                                        .toList()))
                        .toList(),
                sent.isPresent() && refused == 0);
    }

    private static Entry entry(HealthWeights weights, SliceChoices choices, HealthWeightsForm form, boolean bad) {
        String segment = weights.segmentGroup == null || weights.segmentValue == null
                ? ""
                : choices.groupName(weights.segmentGroup) + ": "
                        + choices.valueName(weights.segmentGroup, weights.segmentValue);
        return new Entry(
                weights.id,
                segment,
                Stream.of(HealthPart.values())
                        .map(part -> new Weight(part.key(), "part_" + part.key(), "how_" + part.key(), form.text(part)))
                        .toList(),
                bad,
                !weights.isGeneral());
    }
}
