package dev.rapport.segment;

import dev.rapport.segment.RuleMeasure.Way;
import dev.rapport.segment.SegmentRule.Condition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rules of groups into temporary tables, in the numbers that days are kept by. What a condition names and is gone
 * is nothing that anybody does.
 */
final class RuleTables {
    /** Nothing has it. */
    private static final int GONE = -1;

    private static final List<String> NPS = List.of("detractor", "passive", "promoter");
    private static final List<String> CSAT = List.of("unsatisfied", "satisfied");
    private static final List<String> CES = List.of("hard", "easy");

    private final Handle handle;
    private final PreparedBatch conditions;
    private final PreparedBatch values;
    private int no;

    private RuleTables(Handle handle) {
        this.handle = handle;
        this.conditions = handle.prepareBatch("insert into rule_condition values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.values = handle.prepareBatch("insert into rule_value values (?, ?, ?, ?)");
    }

    static void create(Handle handle, List<GroupQueries.RuleGroup> groups) {
        handle.execute("""
                create temp table rule_condition (
                    group_id int, place int, no int, way text, kind smallint, item int, days int, since_from int, since_to int,
                    low numeric, high numeric, negated boolean
                ) on commit drop;
                create temp table rule_value (group_id int, place int, value_id int, conditions int) on commit drop
                """);
        RuleTables tables = new RuleTables(handle);
        try (PreparedBatch conditions = tables.conditions;
                PreparedBatch values = tables.values) {
            groups.forEach(tables::add);
            conditions.execute();
            values.execute();
        }
    }

    private void add(GroupQueries.RuleGroup group) {
        for (int place = 0; place < group.rules().size(); place++) {
            SegmentRule rule = group.rules().get(place);
            for (Condition condition : rule.conditions()) {
                add(group.id(), place, condition);
            }
            values.add(
                    group.id(),
                    place,
                    group.valueIds().get(rule.value()),
                    rule.conditions().size());
        }
    }

    private void add(int group, int place, Condition condition) {
        RuleMeasure measure = condition.measure();
        boolean number = measure.isNumber();
        boolean since = measure.way == Way.SINCE;
        @Nullable BigDecimal low = number && !since ? low(condition) : asked(measure, condition);
        @Nullable BigDecimal high = number ? (since ? null : high(condition)) : top(measure, low);
        conditions.add(
                group,
                place,
                ++no,
                measure.way.name().toLowerCase(Locale.ROOT),
                kind(measure),
                item(measure, condition),
                condition.days(),
                since ? whole(low(condition), 1) : null,
                since ? whole(high(condition), null) : null,
                low,
                high,
                condition.operator() == RuleOperator.IS_NOT);
    }

    private static @Nullable BigDecimal low(Condition condition) {
        return condition.operator() == RuleOperator.AT_MOST ? null : condition.from();
    }

    private static @Nullable BigDecimal high(Condition condition) {
        return switch (condition.operator()) {
            case AT_MOST -> condition.from();
            case BETWEEN -> condition.to();
            default -> null;
        };
    }

    private static @Nullable Integer whole(@Nullable BigDecimal number, @Nullable Integer otherwise) {
        return number == null ? otherwise : Integer.valueOf(number.intValue());
    }

    /** The value that a person has for whom it is so. */
    private BigDecimal asked(RuleMeasure measure, Condition condition) {
        return BigDecimal.valueOf(
                switch (measure) {
                    case EVERYONE -> 0;
                    case NPS -> place(NPS, condition);
                    case CSAT -> place(CSAT, condition);
                    case CES -> place(CES, condition);
                    case WON_BY -> id("select id from channel where key = ?", condition.item());
                    default -> 1;
                });
    }

    private static @Nullable BigDecimal top(RuleMeasure measure, @Nullable BigDecimal low) {
        return measure == RuleMeasure.EVERYONE ? null : low;
    }

    /** Nobody who has not answered has a class, which is 0 then. */
    private static int place(List<String> classes, Condition condition) {
        int place = classes.indexOf(condition.item());
        return place < 0 ? GONE : place + 1;
    }

    private int kind(RuleMeasure measure) {
        boolean bySubscription = measure == RuleMeasure.WON_BY
                && handle.select("select by_subscription from customer_definition")
                        .mapTo(boolean.class)
                        .one();
        return bySubscription ? PersonDays.WON_BY_SUBSCRIPTION : measure.kind;
    }

    private int item(RuleMeasure measure, Condition condition) {
        return switch (measure) {
            case FEATURE -> id("select id from feature where key = ?", condition.item());
            case SEGMENT -> id("""
                    select v.id from segment_value v join segment_group g on g.id = v.group_id
                    where g.trait is not null and g.key || ':' || v.key = ?
                    """, condition.item());
            default -> 0;
        };
    }

    private int id(String sql, String key) {
        return handle.select(sql, key).mapTo(Integer.class).findOne().orElse(GONE);
    }
}
