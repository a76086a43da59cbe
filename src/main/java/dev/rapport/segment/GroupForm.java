package dev.rapport.segment;

import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import dev.rapport.web.NameKey;
import dev.rapport.web.ShortText;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a segment group as a form sends it: its ranges are rows of four fields, of which empty ones do not count. */
public record GroupForm(
        @FormParam("name") @ShortText(max = GroupForm.LONGEST, message = "segments:nameBad")
        String name,

        @FormParam("trait") String trait,
        @FormParam("rangeKey") List<String> rangeKeys,
        @FormParam("rangeName") List<String> rangeNames,
        @FormParam("rangeFrom") List<String> rangeFroms,
        @FormParam("rangeTo") List<String> rangeTos)
        implements FormRules {
    static final int LONGEST = 100;

    private static final String NUMBER = "[+-]?\\d{1,12}(\\.\\d{1,6})?";

    public GroupForm {
        name = FormText.tidy(name);
        trait = asSent(trait);
        rangeKeys = all(rangeKeys);
        rangeNames = all(rangeNames);
        rangeFroms = all(rangeFroms);
        rangeTos = all(rangeTos);
    }

    /** A row as it was written; {@code key} is empty for a new range. */
    record Row(String key, String name, String from, String to) {
        boolean isEmpty() {
            return name.isEmpty() && from.isEmpty() && to.isEmpty();
        }

        boolean isBad() {
            return name.isEmpty()
                    || name.length() > LONGEST
                    || name.indexOf('\0') >= 0
                    || (from.isEmpty() && to.isEmpty())
                    || number(from).isEmpty() != from.isEmpty()
                    || number(to).isEmpty() != to.isEmpty()
                    || (number(from).isPresent()
                            && number(to).isPresent()
                            && number(from).orElseThrow().compareTo(number(to).orElseThrow()) >= 0);
        }

        static String plain(@Nullable BigDecimal number) {
            return number == null ? "" : number.toPlainString();
        }
    }

    static GroupForm fresh(String trait, String name) {
        return new GroupForm(name, trait, List.of(), List.of(), List.of(), List.of());
    }

    static GroupForm of(SegmentGroup group) {
        return new GroupForm(
                group.name,
                asSent(group.trait),
                column(group, SegmentRange::value),
                column(group, SegmentRange::name),
                column(group, range -> Row.plain(range.from())),
                column(group, range -> Row.plain(range.to())));
    }

    /** Of this trait, whatever was sent. */
    GroupForm of(String known) {
        return new GroupForm(name, known, rangeKeys, rangeNames, rangeFroms, rangeTos);
    }

    @Override
    public void check(Problems problems) {
        List<Row> rows = rows();
        Set<String> names = new HashSet<>();
        problems.addIf(
                rows.size() > SegmentValue.MOST
                        || rows.stream().anyMatch(row -> row.isBad() || !names.add(NameKey.of(row.name())))
                        || overlap(RangeKeys.ranges(rows)),
                "ranges",
                "segments:rangesBad");
    }

    /** The rows that say something, as they were written. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < rangeNames.size(); i++) {
            Row row = new Row(at(rangeKeys, i), at(rangeNames, i), at(rangeFroms, i), at(rangeTos, i));
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The ranges of a form that has been found good. */
    List<SegmentRange> ranges() {
        return RangeKeys.ranges(rows());
    }

    static Optional<BigDecimal> number(String text) {
        return text.matches(NUMBER) ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean overlap(List<SegmentRange> ranges) {
        for (SegmentRange one : ranges) {
            for (SegmentRange other : ranges) {
                if (one != other && starts(one, other) && starts(other, one)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the one begins before the other ends. */
    private static boolean starts(SegmentRange one, SegmentRange other) {
        return one.from() == null || other.to() == null || one.from().compareTo(other.to()) < 0;
    }

    private static List<String> column(SegmentGroup group, Function<SegmentRange, String> text) {
        return group.ranges.stream().map(text).toList();
    }

    /** Traits are called as files call them. */
    private static String asSent(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> all(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? FormText.tidy(values.get(index)) : "";
    }
}
