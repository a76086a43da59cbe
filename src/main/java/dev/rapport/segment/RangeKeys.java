package dev.rapport.segment;

import dev.rapport.web.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes ranges from written rows: one that was there keeps its key, so that links to it go on meaning it. */
final class RangeKeys {
    private RangeKeys() {}

    static List<SegmentRange> ranges(List<GroupForm.Row> rows) {
        Set<String> taken = new HashSet<>(Set.of(SegmentValue.NONE, SegmentValue.OTHER_VALUES));
        rows.stream().map(GroupForm.Row::key).filter(key -> !key.isEmpty()).forEach(taken::add);
        Set<String> used = new HashSet<>();
        List<SegmentRange> ranges = new ArrayList<>();
        for (GroupForm.Row row : rows) {
            String slug = Slug.ofAnyScript(row.name());
            String key = row.key().matches("[\\p{Ll}\\p{N}-]{1,80}") && used.add(row.key()) ? row.key() : slug;
            for (int i = 2; !key.equals(row.key()) && !taken.add(key); i++) {
                key = slug + "-" + i;
            }
            ranges.add(new SegmentRange(
                    key,
                    row.name(),
                    GroupForm.number(row.from()).orElse(null),
                    GroupForm.number(row.to()).orElse(null)));
        }
        return ranges;
    }
}
