package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.UnsupportedCharsetException;
import org.junit.jupiter.api.Test;

class UnreadableRequestTest {
    private static final String HANDLERS = "org.jboss.resteasy.reactive.server.handlers.";
    private static final String PARSER = "org.jboss.resteasy.reactive.server.core.multipart.MultipartParser";

    @Test
    void whatAReaderThrowsIsTheClients() {
        assertThat(UnreadableRequest.behind(thrown(
                        new IllegalArgumentException("%zz"), "java.lang.String", PARSER, HANDLERS + "FormBodyHandler")))
                .contains(UnreadableRequest.BODY);
        assertThat(UnreadableRequest.behind(thrown(
                        new UnsupportedCharsetException("nope"),
                        "java.nio.charset.Charset",
                        HANDLERS + "FormBodyHandler")))
                .contains(UnreadableRequest.TYPE);
        assertThat(UnreadableRequest.behind(thrown(new IOException("terminated"), PARSER, "java.lang.Thread")))
                .contains(UnreadableRequest.BODY);
    }

    @Test
    void aBodyThatBreaksOffIsTheClientsWhoeverReadsIt() {
        Throwable broken = thrown(
                new IOException("closed"),
                "org.jboss.resteasy.reactive.server.vertx.VertxInputStream",
                "dev.rapport.ingest.X",
                HANDLERS + "InvocationHandler");
        assertThat(UnreadableRequest.behind(new IllegalStateException(broken))).contains(UnreadableRequest.BODY);
    }

    @Test
    void whatIsOursStaysOurs() {
        for (Throwable ours : new Throwable[] {
            thrown(new IllegalStateException(), "dev.rapport.web.X", HANDLERS + "InvocationHandler"),
            thrown(new IllegalStateException(), "io.quarkus.qute.Y", HANDLERS + "ResponseWriterHandler"),
            thrown(new IllegalStateException(), "dev.rapport.web.Filter", HANDLERS + "FormBodyHandler"),
            thrown(
                    new IOException("No space left on device"),
                    "java.nio.file.Files",
                    PARSER,
                    HANDLERS + "FormBodyHandler"),
            thrown(new IllegalStateException(), "java.lang.Thread")
        }) {
            assertThat(UnreadableRequest.behind(ours)).as(ours.toString()).isEmpty();
        }
        assertThat(UnreadableRequest.behind(null)).isEmpty();
    }

    private static Throwable thrown(Throwable failure, String... classes) {
        StackTraceElement[] stack = new StackTraceElement[classes.length];
        for (int i = 0; i < classes.length; i++) {
            stack[i] = new StackTraceElement(classes[i], "any", null, 1);
        }
        failure.setStackTrace(stack);
        return failure;
    }
}
