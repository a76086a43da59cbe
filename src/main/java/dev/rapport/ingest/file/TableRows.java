package dev.rapport.ingest.file;

import dev.rapport.fact.FactTypes;
import dev.rapport.web.FormulaGuard;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the rows of one table out of its frame. That frame is titles before the header, a header of several lines,
 * comments, blank rows, a second table below the first, notes at the end. What is no row is told and passed over.
 */
public final class TableRows implements Closeable {
    /** More lines than any note at the end has. */
    private static final int LONGEST_FOOTER = 20;

    private static final int WIDE = 3;

    /** One record with the line it starts in. */
    private record Line(List<String> fields, long line) {}

    private final TableRecords records;
    private final Consumer<SkippedLine> skipped;
    private final TableHeader header;
    /** Whether we wrote it: then texts have the guard against formulas, which is no part of them. */
    private final boolean own;

    private final Deque<Line> ahead = new ArrayDeque<>();
    private Line current = new Line(List.of(), 0);
    private boolean afterBreak;
    private boolean otherTable;
    private Line previous = new Line(List.of(), 0);

    /** @throws RefusedException when there is no header to be read */
    public TableRows(InputStream in, Dialect dialect, Consumer<BadRecord> bad, Consumer<SkippedLine> skipped)
            throws IOException {
        this.records = new TableRecords(in, dialect.withoutFrame(), bad);
        this.skipped = skipped;
        for (int i = 0; i < dialect.skip() && records.next(); i++) {
            skip(SkippedLine.Why.TITLE);
        }
        this.header = header(dialect);
        this.own = FactTypes.ofOwnFile(header.names()).isPresent();
    }

    private TableHeader header(Dialect dialect) {
        if (!records.next()) {
            return TableHeader.numbered(0);
        }
        List<String> names = records.fields();
        previous = new Line(names, records.line());
        if (!dialect.header()) {
            ahead.add(new Line(names, records.line()));
            return TableHeader.numbered(names.size());
        }
        List<List<String>> below = new ArrayList<>();
        for (int i = 0; i < dialect.below() && records.next(); i++) {
            below.add(records.fields());
            previous = new Line(records.fields(), records.line());
            skip(SkippedLine.Why.HEADER);
        }
        return TableHeader.of(HeaderLines.names(names, below));
    }

    public TableHeader header() {
        return header;
    }

    /** Whether a second table follows, that is not read. */
    public boolean hasOtherTable() {
        return otherTable;
    }

    public boolean next() {
        if (!ahead.isEmpty()) {
            current = ahead.poll();
            return true;
        }
        while (records.next()) {
            Line line = new Line(records.fields(), records.line());
            if (!isFrame(line)) {
                current = line;
                return !isNote(line) || nextAfterNotes(line);
            }
        }
        return false;
    }

    private boolean isFrame(Line line) {
        List<String> fields = line.fields();
        boolean comment = header.size() > 1 && isComment(fields, header.size());
        if (comment || fields.size() > 1 && isBlank(fields)) {
            afterBreak = true;
            if (comment) {
                skip(SkippedLine.Why.COMMENT);
            }
            return true;
        }
        if (fields.size() != header.size()) {
            otherTable |= (afterBreak || isAfterGap(line)) && isOtherHeader(fields);
            if (fields.size() < header.size() && TotalLineWords.isTotal(fields.get(0))) {
                skip(SkippedLine.Why.TOTAL);
                return true;
            }
        }
        afterBreak = false;
        previous = line;
        if (otherTable) {
            skip(SkippedLine.Why.OTHER_TABLE);
        }
        return otherTable;
    }

    /** Whether blank lines stand between the row before and this one. */
    private boolean isAfterGap(Line line) {
        long inside = previous.fields().stream()
                .mapToLong(field -> field.lines().count() - 1)
                .filter(lines -> lines > 0)
                .sum();
        return previous.line() > 0 && line.line() - previous.line() - inside > 1;
    }

    private boolean isOtherHeader(List<String> fields) {
        return fields.size() > 1 && DialectSniffer.isHeader(fields) && !isNote(new Line(fields, 0));
    }

    /** Notes are the last lines; where rows follow them they are rows, and bad ones. */
    private boolean nextAfterNotes(Line first) {
        List<Line> notes = new ArrayList<>(List.of(first));
        boolean more = false;
        while (notes.size() <= LONGEST_FOOTER && (more = records.next())) {
            Line line = new Line(records.fields(), records.line());
            if (isFrame(line)) {
                continue;
            }
            notes.add(line);
            if (!isNote(line)) {
                break;
            }
        }
        if (more) {
            ahead.addAll(notes);
            current = ahead.remove();
            return true;
        }
        notes.forEach(note -> skipped.accept(new SkippedLine(note.line(), SkippedLine.Why.FOOTER, note.fields())));
        return false;
    }

    /** One cell where a row has many. */
    private boolean isNote(Line line) {
        return line.fields().size() == 1 && header.size() >= WIDE;
    }

    static boolean isComment(List<String> fields, int columns) {
        return fields.get(0).startsWith("#")
                && (fields.size() == 1
                        || fields.size() != columns && !fields.get(0).matches("#\\d+"));
    }

    static boolean isBlank(List<String> fields) {
        for (String field : fields) {
            if (!field.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private void skip(SkippedLine.Why why) {
        skipped.accept(new SkippedLine(records.line(), why, records.fields()));
    }

    public List<String> fields() {
        return own ? current.fields().stream().map(FormulaGuard::off).toList() : current.fields();
    }

    /** The line of the file in which the row starts, from 1. */
    public long line() {
        return current.line();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
