package dev.rapport.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Tells whether all bytes fit a charset, counting how many characters beyond ASCII do and how many bytes do not. */
final class CharsetCheck {
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private long beyondAscii;
    private long wrong;

    CharsetCheck(Charset charset) {
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Reads a table to its end. */
    void read(InputStream in) throws IOException {
        decoder.reset();
        bytes.clear();
        boolean ended = false;
        while (!ended) {
            int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = n < 0;
            bytes.position(bytes.position() + Math.max(0, n));
            bytes.flip();
            decode(ended);
            bytes.compact();
        }
    }

    private void decode(boolean ended) {
        while (true) {
            chars.clear();
            var result = decoder.decode(bytes, chars, ended);
            char[] decoded = chars.array();
            for (int i = 0; i < chars.position(); i++) {
                beyondAscii += decoded[i] > 127 ? 1 : 0;
            }
            if (result.isError()) {
                wrong++;
                bytes.position(bytes.position() + result.length());
            } else if (result.isUnderflow()) {
                return;
            }
        }
    }

    boolean fits() {
        return wrong == 0;
    }

    /** Whether it is that charset with a few damaged places, rather than another one. */
    boolean isDamaged() {
        return wrong > 0 && beyondAscii > wrong;
    }
}
