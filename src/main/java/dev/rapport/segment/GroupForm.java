package dev.rapport.segment;

import dev.rapport.web.NameKey;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A segment group as a form sends it: its ranges are rows of four fields, of which empty ones do not count. */
public class GroupForm {
    private static final int LONGEST = 100;
    private static final String NUMBER = "[+-]?\\d{1,12}(\\.\\d{1,6})?";

    @FormParam("name")
    @Nullable
    String name;

    @FormParam("trait")
    @Nullable
    String trait;

    @FormParam("rangeKey")
    List<String> rangeKeys = new ArrayList<>();

    @FormParam("rangeName")
    List<String> rangeNames = new ArrayList<>();

    @FormParam("rangeFrom")
    List<String> rangeFroms = new ArrayList<>();

    @FormParam("rangeTo")
    List<String> rangeTos = new ArrayList<>();

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

        static Row of(SegmentRange range) {
            return new Row(range.value(), range.name(), plain(range.from()), plain(range.to()));
        }

        private static String plain(@Nullable BigDecimal number) {
            return number == null ? "" : number.toPlainString();
        }
    }

    String nameText() {
        return name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }

    boolean isNameBad() {
        return nameText().isEmpty()
                || nameText().length() > LONGEST
                || nameText().indexOf('\0') >= 0;
    }

    String traitText() {
        return trait == null ? "" : trait;
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

    boolean areRangesBad() {
        List<Row> rows = rows();
        Set<String> names = new HashSet<>();
        return rows.size() > SegmentValue.MOST
                || rows.stream().anyMatch(row -> row.isBad() || !names.add(NameKey.of(row.name())))
                || overlap(RangeKeys.ranges(rows));
    }

    boolean isBad() {
        return isNameBad() || areRangesBad();
    }

    /** The ranges, which {@link #areRangesBad} has found good. */
    List<SegmentRange> ranges() {
        return RangeKeys.ranges(rows());
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

    static Optional<BigDecimal> number(String text) {
        return text.matches(NUMBER) ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index).strip().replaceAll("\\s+", " ") : "";
    }
}
