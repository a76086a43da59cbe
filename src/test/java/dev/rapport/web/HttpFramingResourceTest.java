package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Where one request ends and the next begins has one reading only: what a proxy in front of us might read in another way is
 * refused, and the connection closed, so that nothing can be slipped in behind it.
 */
@QuarkusTest
class HttpFramingResourceTest {
    private static final String FORM =
            "POST /sign-out HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    private static final String SMUGGLED = "GET /signed-out HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final List<String> CODINGS = List.of(
            "gzip",
            "identity",
            "gzip, chunked",
            "chunked, gzip",
            "xchunked",
            "chunked, chunked",
            "chunked;q=1",
            "\u000bchunked",
            "\"chunked\"",
            "",
            ",");
    private static final List<String> LENGTHS =
            List.of("-1", "+4", "4x", "0x4", "4.0", "", "99999999999999999999", "4 4");
    private static final List<String> CHUNKS = List.of(
            "zz\r\nabcd\r\n",
            "-1\r\nabcd\r\n",
            "4\r\nabcdefg\r\n",
            "ffffffffffffffffff\r\n",
            "4;\u0000\r\nabcd\r\n",
            "0x4\r\nabcd\r\n",
            "\r\n");
    private static final int PATIENCE_MILLIS = 2_000;

    @TestHTTPResource("/")
    URI here;

    @Test
    void whatCanBeReadInTwoWaysIsRefusedAndTheConnectionClosed() {
        Map<String, String> heads = new LinkedHashMap<>();
        for (String coding : CODINGS) {
            heads.put("coding " + coding, "Transfer-Encoding: " + coding + "\r\n");
            heads.put("length and coding " + coding, "Transfer-Encoding: " + coding + "\r\nContent-Length: 4\r\n");
        }
        heads.put("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n");
        heads.put("two codings, turned", "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n");
        heads.put("length and chunked", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n");
        heads.put("lengths", "Content-Length: 4\r\nContent-Length: 5\r\n");
        heads.put("equal lengths", "Content-Length: 4\r\nContent-Length: 4\r\n");
        heads.put("lengths in one", "Content-Length: 4, 4\r\n");
        for (String length : LENGTHS) {
            heads.put("length " + length, "Content-Length: " + length + "\r\n");
        }
        heads.put("space before the colon", "Content-Length : 4\r\n");
        Map<String, String> taken = new LinkedHashMap<>();
        heads.forEach((name, head) -> noteUnlessRefused(taken, name, FORM + head + "\r\n4\r\nabcd\r\n0\r\n\r\n"));
        assertThat(taken).isEmpty();
    }

    @Test
    void aChunkThatIsNoneIsRefusedToo() {
        Map<String, String> taken = new LinkedHashMap<>();
        for (String chunk : CHUNKS) {
            noteUnlessRefused(taken, chunk, FORM + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n");
        }
        assertThat(taken).isEmpty();
    }

    private void noteUnlessRefused(Map<String, String> taken, String name, String request) {
        RawHttp.Answer answer = sent(request + SMUGGLED);
        if (answer.status() != 400 || !answer.closed() || answer.rest().contains("HTTP/1.1")) {
            taken.put(name, answer.status() + (answer.closed() ? " closed " : " open ") + answer.rest());
        }
    }

    /** What is answered before there is a request that a filter could see. */
    @Test
    void theDecodersAnswersHaveTheSecurityHeadersToo() {
        Map<String, Integer> requests = new LinkedHashMap<>();
        requests.put("NONSENSE\r\n\r\n", 400);
        requests.put("GET / HTTP/1.1\r\nHost: x\r\nX\u0000: y\r\n\r\n", 400);
        requests.put("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400);
        requests.put("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", 414);
        requests.put("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(200_000) + "\r\n\r\n", 431);
        requests.forEach((request, status) -> {
            RawHttp.Answer answer = sent(request);
            assertThat(answer.status()).as(request.substring(0, 12)).isEqualTo(status);
            assertThat(answer.closed()).isTrue();
            assertThat(answer.header("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'");
            assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.header("Referrer-Policy")).containsExactly("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        });
    }

    @Test
    void clearTextIsNeverChangedToAnotherVersion() {
        String upgrade =
                "Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n";
        RawHttp.Answer asked = sent("GET /signed-out HTTP/1.1\r\n" + upgrade + "\r\n");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Upgrade")).isEmpty();
        RawHttp.Answer presumed =
                sent("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000");
        assertThat(presumed.status()).isGreaterThanOrEqualTo(400);
        assertThat(presumed.closed()).isTrue();
    }

    private RawHttp.Answer sent(String request) {
        try {
            return RawHttp.send(here.getPort(), request.getBytes(StandardCharsets.ISO_8859_1), PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
