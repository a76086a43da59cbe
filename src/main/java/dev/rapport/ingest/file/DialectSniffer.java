package dev.rapport.ingest.file;

import dev.rapport.ingest.file.BadRecord.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds delimiter, quote and header from the first records. */
final class DialectSniffer {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int LOOKED_AT = 200;
    private static final Pattern VALUE = Pattern.compile(
            "[-+]?[\\d.,]*\\d[\\d.,]*%?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}([ T].*)?|[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private DialectSniffer() {}

    static Dialect sniff(byte[] head, boolean whole, Charset charset) {
        String text = new String(head, charset);
        text = text.startsWith("\ufeff") ? text.substring(1) : text;
        OtherText.refuse(text);
        int skip = tells(text) ? 1 : 0;
        Character told = tells(text) ? text.charAt(4) : null;
        char quote = text.indexOf('"') < 0 && SINGLE_QUOTED.matcher(text).find() ? '\'' : '"';
        Dialect best = new Dialect(charset, ',', quote, true, skip);
        double bestScore = -1;
        for (char delimiter : told == null ? DELIMITERS : new char[] {told}) {
            Dialect tried = new Dialect(charset, delimiter, quote, true, skip);
            double score = score(records(head, whole, tried, LOOKED_AT));
            if (score > bestScore) {
                best = tried;
                bestScore = score;
            }
        }
        return framed(head, whole, best);
    }

    /** Excel's own line before the table: {@code sep=;}. */
    private static boolean tells(String text) {
        return text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5 && "\r\n".indexOf(text.charAt(5)) >= 0;
    }

    /** How many records tell the delimiter. */
    static int toldSkip(byte[] head, Charset charset) {
        String text = new String(head, 0, Math.min(head.length, 64), charset);
        return tells(text.startsWith("\ufeff") ? text.substring(1) : text) ? 1 : 0;
    }

    static void refuseWide(byte[] head, Dialect dialect) {
        records(head, true, dialect, 1);
    }

    /** The zone that the header tells. */
    static Optional<String> zone(byte[] head, boolean whole, Dialect dialect) {
        if (dialect.below() == 0) {
            return Optional.empty();
        }
        List<List<String>> records = records(head, whole, dialect, 1 + dialect.below());
        return Optional.ofNullable(HeaderLines.zone(records));
    }

    /** With the records before the header and those below it that belong to it. */
    static Dialect framed(byte[] head, boolean whole, Dialect found) {
        List<List<String>> records = records(head, whole, found, LOOKED_AT);
        int titles = HeaderLines.titles(records);
        boolean header = records.isEmpty() || isHeader(records.get(titles));
        int below = header && !records.isEmpty() ? HeaderLines.below(records, titles) : 0;
        return found.withHeader(header).withFrame(found.skip() + titles, below);
    }

    private static final Pattern SINGLE_QUOTED = Pattern.compile("(^|[,;\\t|])'[^'\\n]*'[,;\\t|]", Pattern.MULTILINE);

    /** How alike the records are in their number of fields, and that there are several. */
    private static double score(List<List<String>> records) {
        Map<Integer, Integer> sizes = new HashMap<>();
        records.forEach(fields -> sizes.merge(fields.size(), 1, Integer::sum));
        double best = 0;
        for (var size : sizes.entrySet()) {
            double share = (double) size.getValue() / records.size();
            double columns = size.getKey() == 1 ? 0.01 : 1 + Math.log(size.getKey()) / 10;
            best = Math.max(best, share * share * columns);
        }
        return best;
    }

    /** The first records; the last one of a cut head is left out, it may be cut as well. */
    static List<List<String>> records(byte[] head, boolean whole, Dialect dialect, int most) {
        List<List<String>> records = new ArrayList<>();
        try (TableRecords reader =
                new TableRecords(new ByteArrayInputStream(head), dialect, bad -> refuseWidth(bad, dialect))) {
            while (records.size() < most && reader.next()) {
                records.add(reader.fields());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!whole && records.size() > 1 && records.size() < most) {
            records.remove(records.size() - 1);
        }
        return records;
    }

    private static void refuseWidth(BadRecord bad, Dialect dialect) {
        if (bad.line() == dialect.skip() + 1L && bad.fault() == Fault.TOO_MANY_FIELDS) {
            throw new RefusedException(Refusal.TOO_MANY_COLUMNS, "16000");
        }
    }

    static boolean isValue(String cell) {
        return VALUE.matcher(cell.strip()).matches();
    }

    /** Names are words; a number, a date or an address is a value. */
    static boolean isHeader(List<String> first) {
        int words = 0;
        for (String cell : first) {
            String name = cell.strip();
            if (VALUE.matcher(name).matches()) {
                return false;
            }
            words += name.isEmpty() ? 0 : 1;
        }
        return words * 2 > first.size();
    }
}
