package dev.rapport.team;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a CSV of rates with the columns date, currency and rate: all of it or nothing.
 *
 * @param faults of the first lines that cannot be taken
 */
record RatesFile(List<ExchangeRate> rates, List<Line> faults) {
    private static final long MOST_BYTES = 8L << 20;
    private static final int MOST_FAULTS = 10;
    private static final List<String> DAY = List.of("date", "day");
    private static final List<String> CURRENCY = List.of("currency", "code", "currency code");
    private static final List<String> RATE = List.of("rate", "exchange rate", "value");

    /** @param fault the name of what is wrong */
    record Line(long number, String fault, String text) {}

    static RatesFile read(Path file, String reporting) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return new RatesFile(List.of(), List.of(new Line(0, "SIZE", "")));
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\uFEFF", "");
        String first = text.lines().findFirst().orElse("");
        char delimiter = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
        List<ExchangeRate> rates = new ArrayList<>();
        List<Line> faults = new ArrayList<>();
        int[] columns = {0, 1, 2};
        try (var records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            boolean begun = false;
            for (CsvRecord record : records) {
                if (!begun) {
                    begun = true;
                    int[] named = columns(record.getFields());
                    if (named[0] >= 0 && named[1] >= 0 && named[2] >= 0) {
                        columns = named;
                        continue;
                    }
                }
                line(record, columns, reporting, rates, faults);
            }
        } catch (CsvParseException e) {
            faults.add(new Line(0, "QUOTES", ""));
        }
        return new RatesFile(faults.isEmpty() ? rates : List.of(), faults);
    }

    private static void line(
            CsvRecord record, int[] columns, String reporting, List<ExchangeRate> rates, List<Line> faults) {
        ExchangeRate.Read read = ExchangeRate.of(
                field(record, columns[0]), field(record, columns[1]), field(record, columns[2]), reporting);
        read.rate().ifPresent(rates::add);
        read.fault()
                .filter(fault -> faults.size() < MOST_FAULTS)
                .ifPresent(fault -> faults.add(
                        new Line(record.getStartingLineNumber(), fault.name(), String.join(" ", record.getFields()))));
    }

    private static String field(CsvRecord record, int column) {
        return column < record.getFieldCount() ? record.getField(column) : "";
    }

    private static int[] columns(List<String> names) {
        int[] columns = {-1, -1, -1};
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip().toLowerCase(Locale.ROOT);
            if (DAY.contains(name)) {
                columns[0] = i;
            } else if (CURRENCY.contains(name)) {
                columns[1] = i;
            } else if (RATE.contains(name)) {
                columns[2] = i;
            }
        }
        return columns;
    }
}
