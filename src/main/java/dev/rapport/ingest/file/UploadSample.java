package dev.rapport.ingest.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Holds the beginning of an upload and how it is written.
 *
 * @param rows the first records below the header
 * @param isWhole whether these are all
 * @param frame what stands around the table
 */
public record UploadSample(
        Dialect dialect, TableHeader header, List<List<String>> rows, boolean isWhole, Frame frame, WholeFile file) {
    private static final int HEAD = 256 << 10;
    private static final int MOST_ROWS = 5_000;

    /**
     * What stands around the table.
     *
     * @param zone of its times, where the header says it
     * @param otherTable whether a second table follows, that is not read
     * @param tables those of an archive that have different columns, the one looked at first; empty when all are alike
     */
    public record Frame(Optional<String> zone, boolean otherTable, List<String> tables) {}

    /**
     * Looks at the first 256 KB of the first table.
     *
     * @param wanted what the user says about it, put in place of what was found
     */
    public static UploadSample of(Path path, ArchiveLimits limits, Wanted wanted) throws IOException {
        try (Upload upload = Upload.open(path, limits)) {
            upload.next();
            List<String> tables =
                    upload.name().isEmpty() ? List.of() : chosenFirst(ArchiveTables.different(path, limits), wanted);
            while (!tables.isEmpty() && !upload.name().equals(tables.get(0)) && upload.next()) {
                continue;
            }
            byte[] head = upload.stream().readNBytes(HEAD);
            boolean whole = head.length < HEAD;
            Charset charset = Charsets.of(path, limits, head, wanted.charset());
            Dialect dialect = dialect(head, whole, charset, wanted);
            boolean all = whole && (!tables.isEmpty() || !upload.next());
            return read(head, all, dialect, new WholeFile(path, limits, dialect), whole, tables);
        }
    }

    private static List<String> chosenFirst(List<String> tables, Wanted wanted) {
        return wanted.table()
                .filter(tables::contains)
                .map(chosen -> Stream.concat(Stream.of(chosen), tables.stream().filter(name -> !name.equals(chosen)))
                        .toList())
                .orElse(tables);
    }

    private static Dialect dialect(byte[] head, boolean whole, Charset charset, Wanted wanted) {
        Dialect found = DialectSniffer.sniff(head, whole, charset);
        Dialect said = found;
        if (wanted.delimiter().isPresent()) {
            said = said.withDelimiter(wanted.delimiter().get());
        }
        if (wanted.quote().isPresent()) {
            said = said.withQuote(wanted.quote().get());
        }
        if (!said.equals(found)) {
            said = DialectSniffer.framed(head, whole, said.withFrame(DialectSniffer.toldSkip(head, charset), 0));
        }
        if (wanted.header().isPresent() && wanted.header().get() != said.header()) {
            said = said.withHeader(wanted.header().get()).withFrame(said.skip(), 0);
        }
        return said;
    }

    private static UploadSample read(
            byte[] head, boolean all, Dialect dialect, WholeFile file, boolean headWhole, List<String> tables)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        DialectSniffer.refuseWide(head, dialect);
        try (TableRows table = new TableRows(new ByteArrayInputStream(head), dialect, bad -> {}, line -> {})) {
            if (table.header().size() == 0) {
                throw new RefusedException(Refusal.EMPTY);
            }
            while (rows.size() < MOST_ROWS && table.next()) {
                rows.add(table.fields());
            }
            boolean full = rows.size() == MOST_ROWS;
            if (!headWhole && !full && !rows.isEmpty()) {
                // the last one of a cut head may be cut as well
                rows.remove(rows.size() - 1);
            }
            Optional<String> zone = DialectSniffer.zone(head, headWhole, dialect);
            Frame frame = new Frame(zone, table.hasOtherTable(), tables);
            return new UploadSample(dialect, table.header(), rows, all && !full, frame, file);
        }
    }

    /** The rows of the whole file, as far as they are read in about a second. */
    public void eachRow(BiConsumer<TableHeader, List<String>> visitor) {
        file.eachRow(visitor);
    }

    /** Works something out of the file once for each key. */
    public <T> T remembered(Object key, Supplier<T> work) {
        return file.remembered(key, work);
    }

    /** What is to be taken as said, not as found. */
    public record Wanted(
            Optional<Charset> charset,
            Optional<Character> delimiter,
            Optional<Character> quote,
            Optional<Boolean> header,
            Optional<String> table) {
        public static final Wanted NOTHING =
                new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Wanted(
                Optional<Charset> charset,
                Optional<Character> delimiter,
                Optional<Character> quote,
                Optional<Boolean> header) {
            this(charset, delimiter, quote, header, Optional.empty());
        }

        /** @param name of a table in the archive */
        public Wanted withTable(Optional<String> name) {
            return new Wanted(charset, delimiter, quote, header, name);
        }
    }
}
