package dev.rapport.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Normalises a page's path to one spelling. What is percent-encoded without need is decoded and shown as the letters it
 * means, the rest is written with capital hexadecimal digits, and slashes side by side are one. {@code index.html} and
 * the case of letters stay, as servers tell those apart.
 */
public final class PagePath {
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    /** They part a path, an address or a pattern, or begin an encoding: decoded they would mean something else. */
    private static final String KEPT = "/?#%\\*;";

    private PagePath() {}

    /** @param slashMatters whether {@code /a/} is another page than {@code /a} */
    public static String of(String path, boolean slashMatters) {
        String decoded = path.indexOf('%') < 0 ? path : decoded(path);
        String joined = decoded.contains("//") ? SLASHES.matcher(decoded).replaceAll("/") : decoded;
        String composed = Normalizer.normalize(joined.replace(" ", "%20"), Normalizer.Form.NFC);
        return slashMatters || composed.length() < 2 || !composed.endsWith("/")
                ? composed
                : composed.substring(0, composed.length() - 1);
    }

    private static String decoded(String path) {
        StringBuilder text = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); ) {
            if (isEncoded(path, i)) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (; isEncoded(path, i); i += 3) {
                    bytes.write(Integer.parseInt(path.substring(i + 1, i + 3), 16));
                }
                append(text, bytes.toByteArray());
            } else {
                text.append(path.charAt(i++));
            }
        }
        return text.toString();
    }

    private static boolean isEncoded(String path, int at) {
        return at + 2 < path.length()
                && path.charAt(at) == '%'
                && Character.digit(path.charAt(at + 1), 16) >= 0
                && Character.digit(path.charAt(at + 2), 16) >= 0;
    }

    /** Bytes that are no UTF-8 stay as they are. */
    private static void append(StringBuilder text, byte[] bytes) {
        try {
            String letters = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            letters.codePoints().forEach(letter -> {
                if (isShown(letter)) {
                    text.appendCodePoint(letter);
                } else {
                    encode(text, Character.toString(letter).getBytes(StandardCharsets.UTF_8));
                }
            });
        } catch (CharacterCodingException e) {
            encode(text, bytes);
        }
    }

    private static boolean isShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> KEPT.indexOf(letter) < 0;
        };
    }

    private static void encode(StringBuilder text, byte[] bytes) {
        for (byte each : bytes) {
            text.append('%').append("%02X".formatted(each));
        }
    }
}
