package dev.rapport.bench.question;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An answer: numbers by what they belong to. Rows of nothing but zeros are none: peers have no row where nothing was. */
public final class Table {
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private final Map<String, List<BigDecimal>> rows = new TreeMap<>();

    private Table() {}

    public static Table ofCsv(String text, List<String> keys, List<String> values) {
        Table table = new Table();
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(plain)) {
            reader.forEach(record -> table.add(
                    keys.stream().map(record::getField).toList(),
                    values.stream().map(record::getField).toList()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return table;
    }

    public static Table ofRows(ResultSet rows, int keys, int values) throws SQLException {
        Table table = new Table();
        while (rows.next()) {
            List<String> key = new ArrayList<>();
            for (int i = 1; i <= keys; i++) {
                key.add(rows.getString(i));
            }
            List<String> value = new ArrayList<>();
            for (int i = keys + 1; i <= keys + values; i++) {
                value.add(Optional.ofNullable(rows.getString(i)).orElse(""));
            }
            table.add(key, value);
        }
        return table;
    }

    private void add(List<String> key, List<String> values) {
        List<BigDecimal> numbers = values.stream()
                .map(value -> value.isEmpty() ? BigDecimal.ZERO : new BigDecimal(value))
                .toList();
        if (numbers.stream().anyMatch(number -> number.signum() != 0)
                && rows.put(String.join(" | ", key), numbers) != null) {
            throw new IllegalStateException("twice: " + key);
        }
    }

    /** The one whole number that the answer is; 0 when it is empty. */
    public long single() {
        return rows.values().stream()
                .findFirst()
                .map(values -> values.get(0).longValueExact())
                .orElse(0L);
    }

    public int size() {
        return rows.size();
    }

    /** The first difference in words; empty when all numbers are the same, to nine digits where they are fractions. */
    public Optional<String> differenceTo(Table other) {
        TreeSet<String> keys = new TreeSet<>(rows.keySet());
        keys.addAll(other.rows.keySet());
        return keys.stream()
                .filter(key -> !same(rows.get(key), other.rows.get(key)))
                .findFirst()
                .map(key -> "%s: %s against %s (%d and %d rows)"
                        .formatted(key, rows.get(key), other.rows.get(key), size(), other.size()));
    }

    private static boolean same(@Nullable List<BigDecimal> one, @Nullable List<BigDecimal> two) {
        if (one == null || two == null) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            BigDecimal apart = one.get(i).subtract(two.get(i)).abs();
            BigDecimal allowed = isWhole(one.get(i)) && isWhole(two.get(i))
                    ? BigDecimal.ZERO
                    : TOLERANCE.multiply(one.get(i).abs());
            if (apart.compareTo(allowed) > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
