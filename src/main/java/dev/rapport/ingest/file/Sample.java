package dev.rapport.ingest.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The beginning of an upload and how it is written.
 *
 * @param rows the first records below the header
 */
public record Sample(Dialect dialect, Header header, List<List<String>> rows) {
    private static final int HEAD = 256 << 10;
    private static final int MOST_ROWS = 5_000;

    /**
     * Looks at the first 256 KB of the first table.
     *
     * @param wanted what the user says about it, put in place of what was found
     */
    public static Sample of(Path path, Limits limits, Wanted wanted) throws IOException {
        try (Upload upload = Upload.open(path, limits)) {
            upload.next();
            byte[] head = upload.stream().readNBytes(HEAD);
            boolean whole = head.length < HEAD;
            Charset charset = wanted.charset().orElseGet(() -> CharsetSniffer.sniff(head));
            Dialect found = DialectSniffer.sniff(head, whole, charset);
            if (wanted.delimiter().isPresent()) {
                found = found.withDelimiter(wanted.delimiter().get());
            }
            if (wanted.quote().isPresent()) {
                found = found.withQuote(wanted.quote().get());
            }
            if (wanted.header().isPresent()) {
                found = found.withHeader(wanted.header().get());
            }
            List<List<String>> records = DialectSniffer.records(head, whole, found, MOST_ROWS);
            if (records.isEmpty()) {
                throw new RefusedException(Refusal.EMPTY);
            }
            return found.header()
                    ? new Sample(found, Header.of(records.get(0)), records.subList(1, records.size()))
                    : new Sample(found, Header.numbered(records.get(0).size()), records);
        } catch (IOException e) {
            if (Upload.isDamage(e)) {
                throw new RefusedException(Refusal.DAMAGED_ARCHIVE);
            }
            throw e;
        }
    }

    /** What is to be taken as said, not as found. */
    public record Wanted(
            Optional<Charset> charset,
            Optional<Character> delimiter,
            Optional<Character> quote,
            Optional<Boolean> header) {
        public static final Wanted NOTHING =
                new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
