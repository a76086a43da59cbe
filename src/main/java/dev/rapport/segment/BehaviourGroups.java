package dev.rapport.segment;

import dev.rapport.team.AuditWords;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Keeps groups of segments found by what people do, in the transaction of the caller. */
@Singleton
class BehaviourGroups {
    /** People move between such segments all the time: signatures are what they do to the power of groups. */
    private static final int MOST = 10;

    private final Jdbi jdbi;

    BehaviourGroups(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<SegmentGroup> withId(int id) {
        return SegmentGroup.withId(id).filter(group -> group.trait == null);
    }

    boolean areMany() {
        return SegmentGroup.inOrder().stream()
                        .filter(group -> group.trait == null)
                        .count()
                >= MOST;
    }

    /** Whether a condition asks for a segment that is itself found by behaviour. */
    boolean isByBehaviour(String what) {
        String[] words = what.split(":", 3);
        return words.length == 3
                && words[0].equals(RuleMeasure.SEGMENT.key)
                && SegmentGroup.withKey(words[1])
                        .filter(group -> group.trait == null)
                        .isPresent();
    }

    List<RuleChoices.Group> choices(BehaviourMessages words) {
        return jdbi.withHandle(handle -> new RuleChoices(words).of(handle));
    }

    SegmentGroup add(String name, List<SegmentRule> rules) {
        int id = jdbi.withHandle(handle -> SegmentGroups.add(handle, name, rules));
        return withId(id).orElseThrow();
    }

    /** Who is in it is derived in the background: all days are looked at for it. */
    void write(SegmentGroup group, BehaviourForm form) {
        List<SegmentRule> rules = form.rules();
        boolean others = !text(rules).equals(text(group.rules));
        group.name = form.name();
        group.rules = rules;
        SegmentGroup.flush();
        if (others) {
            jdbi.useHandle(handle -> {
                SegmentGroups.keepValues(handle, group.id, rules);
                SegmentGroups.askAnew(handle);
            });
        }
    }

    /** As the audit trail has it. */
    static String text(SegmentGroup group) {
        return group.name + ": " + text(group.rules);
    }

    private static String text(List<SegmentRule> rules) {
        return rules.stream()
                .map(rule -> rule.name() + " (" + rule.value() + ") = "
                        + rule.conditions().stream().map(BehaviourGroups::text).collect(Collectors.joining(" + ")))
                .collect(Collectors.joining("; "));
    }

    private static String text(SegmentRule.Condition condition) {
        String from = GroupForm.Row.plain(condition.from());
        String compared = switch (condition.operator()) {
            case AT_LEAST -> condition.what() + " " + AuditWords.word("at_least", from);
            case AT_MOST -> condition.what() + " " + AuditWords.word("at_most", from);
            case BETWEEN ->
                condition.what() + " " + AuditWords.word("between", from + "–" + GroupForm.Row.plain(condition.to()));
            case IS -> condition.what();
            case IS_NOT -> AuditWords.word("is_not", condition.what());
        };
        Integer days = condition.days();
        return days == null ? compared : compared + " " + AuditWords.word("within_days", days);
    }
}
