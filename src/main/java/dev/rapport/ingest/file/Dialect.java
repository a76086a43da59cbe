package dev.rapport.ingest.file;

import java.nio.charset.Charset;

/**
 * Describes how a table is written down.
 *
 * @param quote 0 when quotes mean nothing
 * @param header the first record names the columns
 * @param skip records before it that are not part of the table: {@code sep=;}, a title, a period
 * @param below records below it that belong to it
 */
public record Dialect(Charset charset, char delimiter, char quote, boolean header, int skip, int below) {
    public Dialect(Charset charset, char delimiter, char quote, boolean header, int skip) {
        this(charset, delimiter, quote, header, skip, 0);
    }

    public Dialect with(Charset other) {
        return new Dialect(other, delimiter, quote, header, skip, below);
    }

    public Dialect withDelimiter(char other) {
        return new Dialect(charset, other, quote, header, skip, below);
    }

    public Dialect withQuote(char other) {
        return new Dialect(charset, delimiter, other, header, skip, below);
    }

    public Dialect withHeader(boolean other) {
        return new Dialect(charset, delimiter, quote, other, skip, below);
    }

    /** @param titles records before the header */
    public Dialect withFrame(int titles, int headerLinesBelow) {
        return new Dialect(charset, delimiter, quote, header, titles, headerLinesBelow);
    }

    Dialect withoutFrame() {
        return withFrame(0, 0);
    }
}
