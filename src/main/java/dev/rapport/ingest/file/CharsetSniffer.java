package dev.rapport.ingest.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.mozilla.universalchardet.UniversalDetector;

/** Finds the charset from the first bytes: mark, strict UTF-8, then a guess from the bytes' frequencies. */
final class CharsetSniffer {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** Fewer bytes beyond ASCII than this are too few to tell scripts apart by frequency. */
    private static final int ENOUGH = 24;

    private CharsetSniffer() {}

    static Charset sniff(byte[] head) {
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
        if (starts(head, 0xef, 0xbb, 0xbf) || isUtf8(head)) {
            if (!looksWide(head)) {
                refuseBinary(head);
                return StandardCharsets.UTF_8;
            }
        }
        if (looksWide(head)) {
            return nulls(head, 0) > nulls(head, 1) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        refuseBinary(head);
        return byFrequency(head);
    }

    private static Charset byFrequency(byte[] head) {
        int beyondAscii = 0;
        for (byte b : head) {
            beyondAscii += b < 0 ? 1 : 0;
        }
        if (beyondAscii < ENOUGH) {
            return WESTERN;
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(head);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        boolean usable = name != null && !name.startsWith("UTF") && Charset.isSupported(name);
        return usable && !name.equals("ISO-8859-1") && !name.equals("US-ASCII") ? Charset.forName(name) : WESTERN;
    }

    /** The last character of the head may be cut. */
    private static boolean isUtf8(byte[] head) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
        return !result.isError();
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
