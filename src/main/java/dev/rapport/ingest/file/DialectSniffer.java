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
        int skip = 0;
        Character told = null;
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5 && "\r\n".indexOf(text.charAt(5)) >= 0) {
            told = text.charAt(4);
            skip = 1;
        }
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
        List<List<String>> records = records(head, whole, best, LOOKED_AT);
        return best.withHeader(records.isEmpty() || isHeader(records.get(0)));
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
        try (Records reader = new Records(new ByteArrayInputStream(head), dialect, bad -> refuseWidth(bad, dialect))) {
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

    /** Names are words; a number, a date or an address is a value. */
    private static boolean isHeader(List<String> first) {
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
