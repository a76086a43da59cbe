package dev.rapport.segment;

import dev.rapport.segment.RuleMeasure.Way;
import dev.rapport.segment.SegmentRule.Condition;
import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import dev.rapport.web.ShortText;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a group of segments by behaviour as a form sends it: a row is one condition of a segment; empty ones do not count. */
public record BehaviourForm(
        @FormParam("name") @ShortText(max = GroupForm.LONGEST, message = "behaviours:nameBad")
        String name,

        @FormParam("key") List<String> keys,
        @FormParam("segment") List<String> segments,
        @FormParam("what") List<String> whats,
        @FormParam("is") List<String> operators,
        @FormParam("from") List<String> froms,
        @FormParam("to") List<String> tos,
        @FormParam("days") List<String> windows)
        implements FormRules {
    static final int MOST_ROWS = 60;
    static final int MOST_SEGMENTS = 20;
    static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    static final BehaviourForm BLANK =
            new BehaviourForm("", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public BehaviourForm {
        name = FormText.tidy(name);
        keys = all(keys);
        segments = all(segments);
        whats = all(whats);
        operators = all(operators);
        froms = all(froms);
        tos = all(tos);
        windows = all(windows);
    }

    /** A row as it was written; {@code key} is empty for a new segment. */
    record Row(String key, String segment, String what, String is, String from, String to, String days) {
        private static final String WHOLE = "\\d{1,9}|1000000000";
        private static final String MONEY = "(\\d{1,9}|1000000000)(\\.\\d{1,6})?";

        boolean isEmpty() {
            return segment.isEmpty() && what.isEmpty() && from.isEmpty() && to.isEmpty();
        }

        /** The message that says what is wrong with it. */
        Optional<String> fault() {
            Optional<RuleMeasure> measure = RuleMeasure.find(what.split(":", 2)[0]);
            Optional<RuleOperator> operator = RuleOperator.find(is);
            if (segment.isEmpty() || segment.length() > GroupForm.LONGEST || segment.indexOf('\0') >= 0) {
                return Optional.of("segmentBad");
            }
            if (measure.isEmpty()) {
                return Optional.of("whatBad");
            }
            if (operator.isEmpty() || operator.get().ofNumbers != measure.get().isNumber()) {
                return Optional.of("operatorBad");
            }
            if (!hasGoodNumbers(measure.get(), operator.get())) {
                return Optional.of("numberBad");
            }
            boolean dated = DAYS.stream().map(String::valueOf).anyMatch(days::equals);
            return days.isEmpty() || dated && measure.get().windowed ? Optional.empty() : Optional.of("daysBad");
        }

        private boolean hasGoodNumbers(RuleMeasure measure, RuleOperator operator) {
            if (!operator.ofNumbers) {
                return from.isEmpty() && to.isEmpty();
            }
            String form = measure.isMoney() ? MONEY : WHOLE;
            if (!from.matches(form) || (operator == RuleOperator.BETWEEN ? !to.matches(form) : !to.isEmpty())) {
                return false;
            }
            boolean positive = operator == RuleOperator.AT_LEAST || measure.way == Way.SINCE;
            return (!positive || new BigDecimal(from).signum() > 0)
                    && (to.isEmpty() || new BigDecimal(from).compareTo(new BigDecimal(to)) <= 0);
        }

        Condition condition() {
            return new Condition(what, is, number(from), number(to), days.isEmpty() ? null : Integer.valueOf(days));
        }

        private static @Nullable BigDecimal number(String text) {
            return text.isEmpty() ? null : new BigDecimal(text);
        }
    }

    static BehaviourForm of(SegmentGroup group) {
        List<Row> rows = group.rules.stream()
                .flatMap(rule -> rule.conditions().stream().map(condition -> row(rule, condition)))
                .toList();
        return new BehaviourForm(
                group.name,
                rows.stream().map(Row::key).toList(),
                rows.stream().map(Row::segment).toList(),
                rows.stream().map(Row::what).toList(),
                rows.stream().map(Row::is).toList(),
                rows.stream().map(Row::from).toList(),
                rows.stream().map(Row::to).toList(),
                rows.stream().map(Row::days).toList());
    }

    private static Row row(SegmentRule rule, Condition condition) {
        return new Row(
                rule.value(),
                rule.name(),
                condition.what(),
                condition.is(),
                GroupForm.Row.plain(condition.from()),
                GroupForm.Row.plain(condition.to()),
                condition.days() == null ? "" : condition.days().toString());
    }

    @Override
    public void check(Problems problems) {
        List<Row> rows = rows();
        Set<String> names = new HashSet<>();
        rows.forEach(row -> names.add(RuleKeys.name(row)));
        if (rows.isEmpty()) {
            problems.add("rules", "behaviours:rulesNone");
        } else if (rows.size() > MOST_ROWS || names.size() > MOST_SEGMENTS) {
            problems.add("rules", "behaviours:rulesMany");
        } else {
            rows.stream()
                    .flatMap(row -> row.fault().stream())
                    .findFirst()
                    .ifPresent(fault -> problems.add("rules", "behaviours:" + fault + "(badRow)"));
        }
    }

    /** The number of the first row with which something is wrong, as it is shown. */
    public int badRow() {
        List<Row> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).fault().isPresent()) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The rows that say something, as they were written. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(segments.size(), whats.size()); i++) {
            Row row = new Row(
                    at(keys, i),
                    at(segments, i),
                    at(whats, i),
                    at(operators, i),
                    at(froms, i),
                    at(tos, i),
                    at(windows, i));
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The rules of a form that has been found good. */
    List<SegmentRule> rules() {
        return RuleKeys.rules(rows());
    }

    private static List<String> all(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? FormText.tidy(values.get(index)) : "";
    }
}
