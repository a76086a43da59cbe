package dev.rapport.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of a file's first records name the columns. Titles and periods stand before them, and survey tools write
 * the questions, their parts and their ids in two or three lines.
 */
final class HeaderLines {
    private static final int MOST_TITLES = 30;
    private static final int LONGEST_BASE = 160;
    private static final Pattern IMPORT_ID = Pattern.compile("\\{\\s*[\"']ImportId[\"'].*", Pattern.DOTALL);
    private static final Pattern ZONE = Pattern.compile("[\"']timeZone[\"']\\s*:\\s*[\"']([A-Za-z_/+-]+)[\"']");
    /** Below a question that has one answer. */
    private static final Set<String> ONE_ANSWER = Set.of("response", "open-ended response", "antwort", "r\u00e9ponse");

    private HeaderLines() {}

    /** How many of the records stand before the header. */
    static int titles(List<List<String>> records) {
        int width = width(records);
        int i = 0;
        while (i < records.size() && i < MOST_TITLES && isTitle(records.get(i), width)) {
            i++;
        }
        boolean found = i > 0 && i < records.size() && DialectSniffer.isHeader(records.get(i));
        return found ? i : 0;
    }

    /** The number of fields that most records have, those of one field left aside. */
    private static int width(List<List<String>> records) {
        int best = 1;
        long most = 0;
        for (List<String> record : records) {
            int size = record.size();
            long count = size == 1
                    ? 0
                    : records.stream().filter(other -> other.size() == size).count();
            if (count > most || count == most && count > 0 && size > best) {
                most = count;
                best = size;
            }
        }
        return best;
    }

    private static boolean isTitle(List<String> record, int width) {
        if (width > 1 && TableRows.isComment(record, width)) {
            return true;
        }
        long filled = record.stream().filter(cell -> !cell.isBlank()).count();
        return width == 2 ? record.size() == 1 : width > 2 && filled <= (width > 4 ? 2 : 1) && filled * 2 < width;
    }

    /** How many records below the header belong to it. */
    static int below(List<List<String>> records, int header) {
        for (int below = 2; below > 0; below--) {
            if (header + below < records.size() && areImportIds(records.get(header + below))) {
                return below;
            }
        }
        return header + 2 < records.size() && isSecondHeader(records, header + 1) ? 1 : 0;
    }

    private static boolean areImportIds(List<String> record) {
        return record.stream()
                        .filter(cell -> !cell.isBlank())
                        .allMatch(cell -> IMPORT_ID.matcher(cell.strip()).matches())
                && !TableRows.isBlank(record);
    }

    /** Words only, where all rows below it have numbers, dates or addresses in some columns. */
    private static boolean isSecondHeader(List<List<String>> records, int at) {
        List<String> second = records.get(at);
        if (TableRows.isBlank(second) || second.stream().anyMatch(DialectSniffer::isValue)) {
            return false;
        }
        List<List<String>> rows = records.subList(at + 1, records.size());
        long values = 0;
        for (int column = 0; column < second.size(); column++) {
            int position = column;
            boolean always =
                    rows.stream().allMatch(row -> row.size() > position && DialectSniffer.isValue(row.get(position)));
            values += always ? 1 : 0;
        }
        boolean blanks = second.stream().filter(String::isBlank).count() > 0;
        return values >= (blanks ? 2 : 3);
    }

    /** The columns' names out of all lines of the header. */
    static List<String> names(List<String> first, List<List<String>> below) {
        if (below.isEmpty()) {
            return first;
        }
        boolean ids = below.stream().anyMatch(HeaderLines::areImportIds);
        List<String> second = areImportIds(below.get(0)) ? List.of() : below.get(0);
        List<String> names = new ArrayList<>();
        String question = "";
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            String name = i < first.size() ? first.get(i).strip() : "";
            String part = i < second.size() ? second.get(i).strip() : "";
            question = name.isEmpty() ? question : name;
            names.add(ids ? withText(name, part) : withPart(name, part, question));
        }
        return names;
    }

    /** {@code Q1} with the words of its question; a column of the tool keeps its name. */
    private static String withText(String name, String text) {
        boolean question = text.indexOf(' ') > 0 && text.split("\\s+").length > 3 && !name.equalsIgnoreCase(text);
        return question ? name + ": " + text.replaceAll("\\s+", " ") : name;
    }

    private static String withPart(String name, String part, String question) {
        if (part.isEmpty() || ONE_ANSWER.contains(part.toLowerCase(Locale.ROOT)) && !name.isEmpty()) {
            return name;
        }
        String base = question.substring(0, Math.min(LONGEST_BASE, question.length()));
        return base.isEmpty() ? part : base + ": " + part;
    }

    /** The zone of the file's times, where the header says it. */
    static @Nullable String zone(List<List<String>> below) {
        for (List<String> line : below) {
            for (String cell : line) {
                Matcher zone = ZONE.matcher(cell);
                if (IMPORT_ID.matcher(cell.strip()).matches() && zone.find()) {
                    return zone.group(1);
                }
            }
        }
        return null;
    }
}
