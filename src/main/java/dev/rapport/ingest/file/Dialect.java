package dev.rapport.ingest.file;

import java.nio.charset.Charset;

/**
 * How a table is written down.
 *
 * @param quote 0 when quotes mean nothing
 * @param header the first record names the columns
 * @param skip lines before it that are not part of the table ("sep=;")
 */
public record Dialect(Charset charset, char delimiter, char quote, boolean header, int skip) {
    public Dialect with(Charset other) {
        return new Dialect(other, delimiter, quote, header, skip);
    }

    public Dialect withDelimiter(char other) {
        return new Dialect(charset, other, quote, header, skip);
    }

    public Dialect withQuote(char other) {
        return new Dialect(charset, delimiter, other, header, skip);
    }

    public Dialect withHeader(boolean other) {
        return new Dialect(charset, delimiter, quote, other, skip);
    }
}
