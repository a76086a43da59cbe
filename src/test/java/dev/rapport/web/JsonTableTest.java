package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTableTest {
    private static final Slice SLICE = Facts.slice("from=2026-10-01&to=2026-10-31&channel=chat");
    private static final String HEAD =
            "{\"from\":\"2026-10-01\",\"to\":\"2026-10-31\",\"query\":\"" + SLICE.toQuery() + "\",";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void eachRowIsAnObjectUnderTheTitles() throws IOException {
        JsonTable table = new JsonTable(out, SLICE);
        for (String title : new String[] {"text", "number", "flag", "none"}) {
            table.plain(title);
        }
        table.end();
        table.text("=1+\"1\"\r\n")
                .number(new BigDecimal("1E+3"))
                .plain("false")
                .empty()
                .end();
        table.text(null).number(Optional.empty()).plain("").text("").end();
        table.text("Zoë")
                .number(-3)
                .plain("true")
                .number(Optional.of(new BigDecimal("0.250")))
                .end();
        table.finish();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(HEAD
                        + "\"rows\":[{\"text\":\"=1+\\\"1\\\"\\r\\n\",\"number\":1000,\"flag\":false,\"none\":null},"
                        + "{\"text\":null,\"number\":null,\"flag\":null,\"none\":null},"
                        + "{\"text\":\"Zoë\",\"number\":-3,\"flag\":true,\"none\":0.25}]}");
    }

    @Test
    void nothingIsAnEmptyList() throws IOException {
        JsonTable table = new JsonTable(out, SLICE);
        table.plain("text").end();
        table.finish();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(HEAD + "\"rows\":[]}");
    }

    @Test
    void whatIsCutOffDoesNotLookLikeTheEnd() throws IOException {
        JsonTable table = new JsonTable(out, SLICE);
        table.plain("text").end();
        table.text("a").end();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotEndWith("}]}");
    }
}
