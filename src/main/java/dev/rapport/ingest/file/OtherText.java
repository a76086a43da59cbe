package dev.rapport.ingest.file;

import java.util.regex.Pattern;

/** Refuses texts that are no tables: what they are is said, rather than columns made of them. */
final class OtherText {
    private static final Pattern JSON = Pattern.compile(
            "\\s*(?:\\{\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*:|})|\\[\\s*(?:\\{|\\[|\"(?:[^\"\\\\]|\\\\.)*\"\\s*[,\\]]|]|-?\\d[^,\\]]*[,\\]])).*",
            Pattern.DOTALL);
    private static final Pattern MARKUP = Pattern.compile(
            "\\s*<(?:\\?xml|!doctype|!--|html|head|body|table|meta|style)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final int LOOKED_AT = 4_000;

    private OtherText() {}

    static void refuse(String text) {
        String start = text.substring(0, Math.min(LOOKED_AT, text.length()));
        if (JSON.matcher(start).matches()) {
            throw new RefusedException(Refusal.JSON);
        }
        if (MARKUP.matcher(start).matches()) {
            throw new RefusedException(Refusal.MARKUP);
        }
    }
}
