package dev.rapport.ingest.file;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Passes whole, well-formed records on and takes the others out, leaving blank lines in their place. So the CSV parser
 * behind it never meets an open quote that would swallow the rest of a file, and still counts lines right.
 *
 * <p>A record with an unbalanced quote loses only its first line; reading goes on with the next one.
 */
final class VettedReader extends Reader {
    /** Longest record, in characters. */
    static final int MAX_RECORD = 1 << 19;

    static final int MAX_FIELDS = 16_000;
    /** What undecodable bytes are turned into: a code point that is no character. */
    static final char UNDECODABLE = '\uffff';

    private static final int SHOWN = 2_000;

    private enum In {
        FIELD_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private final Reader in;
    private final char delimiter;
    private final char quote;
    private final Consumer<BadRecord> bad;

    private char[] buffer = new char[1 << 16];
    private int start;
    private int end;
    private boolean ended;
    private long line = 1;

    private int given;
    private int givenEnd;
    private int blankLines;

    VettedReader(Reader in, char delimiter, char quote, Consumer<BadRecord> bad) {
        this.in = in;
        this.delimiter = delimiter;
        this.quote = quote;
        this.bad = bad;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (given == givenEnd && blankLines == 0) {
            if (!nextRecord()) {
                return -1;
            }
        }
        if (blankLines > 0) {
            int n = Math.min(length, blankLines);
            Arrays.fill(target, offset, offset + n, '\n');
            blankLines -= n;
            return n;
        }
        int n = Math.min(length, givenEnd - given);
        System.arraycopy(buffer, given, target, offset, n);
        given += n;
        return n;
    }

    private boolean nextRecord() throws IOException {
        In state = In.FIELD_START;
        boolean nul = false;
        boolean undecodable = false;
        int fields = 1;
        int newlines = 0;
        for (int length = 0; ; length++) {
            if (length > MAX_RECORD) {
                return dropLine(state == In.QUOTED ? BadRecord.Fault.QUOTES : BadRecord.Fault.TOO_LONG);
            }
            if (start + length == end && !fill()) {
                if (state == In.QUOTED) {
                    return dropLine(BadRecord.Fault.QUOTES);
                }
                return length > 0 && finish(length, newlines, nul, undecodable, fields);
            }
            char c = buffer[start + length];
            nul |= c == 0;
            undecodable |= c == UNDECODABLE;
            boolean newline = c == '\n' || c == '\r';
            if (newline && c == '\r' && (start + length + 1 < end || fill()) && buffer[start + length + 1] == '\n') {
                length++;
            }
            if (state == In.QUOTED) {
                newlines += newline ? 1 : 0;
                state = c == quote ? In.AFTER_QUOTE : In.QUOTED;
            } else if (newline) {
                return finish(length + 1, newlines + 1, nul, undecodable, fields);
            } else if (c == delimiter) {
                fields++;
                state = In.FIELD_START;
            } else if (state == In.AFTER_QUOTE) {
                if (c != quote) {
                    return dropLine(BadRecord.Fault.QUOTES);
                }
                state = In.QUOTED;
            } else {
                state = state == In.FIELD_START && c == quote && quote != 0 ? In.QUOTED : In.PLAIN;
            }
        }
    }

    private boolean finish(int length, int newlines, boolean nul, boolean undecodable, int fields) {
        if (nul || undecodable || fields > MAX_FIELDS) {
            BadRecord.Fault fault =
                    nul ? BadRecord.Fault.NUL : undecodable ? BadRecord.Fault.BYTES : BadRecord.Fault.TOO_MANY_FIELDS;
            bad.accept(new BadRecord(line, fault, shown(length)));
            blankLines = newlines;
        } else {
            given = start;
            givenEnd = start + length;
        }
        start += length;
        line += newlines;
        return true;
    }

    /** Takes out the line the record starts in, however long it is. */
    private boolean dropLine(BadRecord.Fault fault) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean more = true;
        while (more) {
            if (start == end && !fill()) {
                break;
            }
            char c = buffer[start++];
            if (c == '\n' || c == '\r') {
                if (c == '\r' && (start < end || fill()) && buffer[start] == '\n') {
                    start++;
                }
                more = false;
            } else if (text.length() < SHOWN) {
                text.append(c);
            }
        }
        bad.accept(new BadRecord(line, fault, clean(text.toString())));
        line++;
        blankLines = 1;
        return true;
    }

    private String shown(int length) {
        return clean(new String(buffer, start, Math.min(length, SHOWN)).strip());
    }

    private static String clean(String text) {
        return text.replace('\0', '\u2400').replace(UNDECODABLE, '\ufffd');
    }

    /** Reads on; the record begun stays in the buffer. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        given = 0;
        givenEnd = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int n = in.read(buffer, end, buffer.length - end);
        ended = n < 0;
        end += Math.max(0, n);
        return n > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
