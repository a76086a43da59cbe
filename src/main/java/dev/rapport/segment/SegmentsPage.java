package dev.rapport.segment;

import dev.rapport.web.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the groups in order, the traits that could become one, and how many tuples of segments there are.
 *
 * @param refusal why something was not done; empty when nothing was asked that could not be
 */
public record SegmentsPage(List<Row> rows, List<Trait> traits, int signatures, int many, String refusal) {
    /** From here on the product says that segments are many: daily cells are kept per tuple. */
    static final int MANY = 2000;

    /** @param trait empty: its segments are found by what people do */
    public record Row(
            int id, String key, String name, String trait, boolean ranges, int values, boolean first, boolean last) {}

    /** With what stands in the way of what was asked. */
    SegmentsPage refusing(String sentence) {
        return new SegmentsPage(rows, traits, signatures, many, sentence);
    }

    /**
     * @param tooMany for a group of its own; only with ranges
     * @param used whether a group is read from it already
     */
    public record Trait(String name, int values, int visitors, String examples, boolean tooMany, boolean used) {
        /** Where a group is made from it; traits are called as files call them. */
        public String formUrl() {
            return "/settings/segments/new?trait=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        }
    }

    public boolean isTooMany() {
        return signatures > many;
    }

    /** A form as it stands, with rows to write more ranges into. */
    public record GroupEditor(Form<GroupForm> form, List<RangeRow> ranges) {
        private static final int SPARE = 3;

        public record RangeRow(int number, String key, String name, String from, String to, boolean bad) {}

        static GroupEditor of(Form<GroupForm> form) {
            List<RangeRow> rows = new ArrayList<>();
            for (GroupForm.Row row : form.sent().rows()) {
                rows.add(new RangeRow(rows.size() + 1, row.key(), row.name(), row.from(), row.to(), row.isBad()));
            }
            for (int i = 0; i < SPARE; i++) {
                rows.add(new RangeRow(rows.size() + 1, "", "", "", "", false));
            }
            return new GroupEditor(form, rows);
        }
    }
}
