package dev.rapport.ingest.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the charset of a file: by its mark, as UTF-8 when all its bytes are that, then by a guess. The guess goes by
 * the bytes' frequencies and holds only when every byte of the file fits it.
 */
final class CharsetSniffer {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** Fewer bytes beyond ASCII than this are too few to tell scripts apart by frequency. */
    private static final int ENOUGH = 24;

    private CharsetSniffer() {}

    /** The tables of the file, read once more. */
    interface Tables {
        void read(CharsetCheck check) throws IOException;
    }

    static Charset sniff(byte[] head, Tables tables) throws IOException {
        if (starts(head, 0xff, 0xfe, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (starts(head, 0, 0, 0xfe, 0xff)) {
            return Charset.forName("UTF-32BE");
        }
        if (starts(head, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        if (looksWide(head)) {
            return nulls(head, 0) > nulls(head, 1) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        refuseBinary(head);
        CharsetCheck utf8 = new CharsetCheck(StandardCharsets.UTF_8);
        tables.read(utf8);
        if (utf8.fits() || utf8.isDamaged() || starts(head, 0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        }
        Charset guessed = byFrequency(head);
        for (Charset tried : new Charset[] {guessed, WESTERN}) {
            CharsetCheck check = new CharsetCheck(tried);
            tables.read(check);
            if (check.fits()) {
                return tried;
            }
        }
        // all bytes are something in it, at worst a control character
        return StandardCharsets.ISO_8859_1;
    }

    private static Charset byFrequency(byte[] head) {
        int beyondAscii = 0;
        int neighbours = 0;
        for (int i = 0; i < head.length; i++) {
            beyondAscii += head[i] < 0 ? 1 : 0;
            neighbours += i > 0 && head[i] < 0 && head[i - 1] < 0 ? 1 : 0;
        }
        if (beyondAscii < ENOUGH) {
            return WESTERN;
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(head);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        boolean usable = name != null && !name.startsWith("UTF") && Charset.isSupported(name);
        if (!usable || name.equals("ISO-8859-1") || name.equals("US-ASCII")) {
            return WESTERN;
        }
        Charset found = Charset.forName(name);
        // characters of two bytes come in words; a single one between letters of ASCII is an accent or a pound sign
        boolean wide = found.newEncoder().maxBytesPerChar() >= 2;
        return wide && neighbours * 3 < beyondAscii ? WESTERN : found;
    }

    /** Every other byte is mostly 0: UTF-16 without a mark. */
    private static boolean looksWide(byte[] head) {
        int half = head.length / 2;
        int even = nulls(head, 0);
        int odd = nulls(head, 1);
        return half > 1 && (even > half * 0.6 && odd < half * 0.1 || odd > half * 0.6 && even < half * 0.1);
    }

    private static int nulls(byte[] head, int from) {
        int n = 0;
        for (int i = from; i < head.length; i += 2) {
            n += head[i] == 0 ? 1 : 0;
        }
        return n;
    }

    /** A stray NUL is a bad row; many control characters are no text at all. */
    private static void refuseBinary(byte[] head) {
        int controls = 0;
        for (byte b : head) {
            controls += b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
        }
        if (controls > 8 && controls > head.length / 50) {
            throw new RefusedException(Refusal.BINARY);
        }
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
