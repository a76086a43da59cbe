package dev.rapport.segment;

import dev.rapport.segment.SegmentRule.Condition;
import dev.rapport.web.NameKey;
import dev.rapport.web.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes rules of written rows: those of one name are one segment, and one that was there keeps its key. */
final class RuleKeys {
    private RuleKeys() {}

    static String name(BehaviourForm.Row row) {
        return NameKey.of(row.segment());
    }

    static List<SegmentRule> rules(List<BehaviourForm.Row> rows) {
        Map<String, List<BehaviourForm.Row>> byName = new LinkedHashMap<>();
        rows.forEach(row ->
                byName.computeIfAbsent(name(row), name -> new ArrayList<>()).add(row));
        Set<String> taken = new HashSet<>(Set.of(SegmentValue.NONE, SegmentValue.OTHER_VALUES));
        Set<String> kept = new HashSet<>();
        rows.stream().map(BehaviourForm.Row::key).filter(key -> !key.isEmpty()).forEach(kept::add);
        List<SegmentRule> rules = new ArrayList<>();
        for (List<BehaviourForm.Row> theirs : byName.values()) {
            List<Condition> conditions =
                    theirs.stream().map(BehaviourForm.Row::condition).toList();
            rules.add(new SegmentRule(
                    key(theirs.get(0), taken, kept), theirs.get(0).segment(), conditions));
        }
        return rules;
    }

    private static String key(BehaviourForm.Row row, Set<String> taken, Set<String> kept) {
        if (row.key().matches("[\\p{Ll}\\p{N}-]{1,80}") && taken.add(row.key())) {
            return row.key();
        }
        String slug = Slug.ofAnyScript(row.segment());
        String key = slug;
        for (int i = 2; kept.contains(key) || !taken.add(key); i++) {
            key = slug + "-" + i;
        }
        return key;
    }
}
