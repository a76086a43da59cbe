package dev.rapport.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.web.CsvTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnotationsFileTest {
    @Test
    void saysEachAnnotationByKeysAndNoFormula() throws IOException {
        Annotation outage = annotation("outage", "-2+3 \"down\"");
        outage.lastDay = LocalDate.of(2003, 5, 7);
        outage.channelId = 3;

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out);
        AnnotationsResource.write(table, List.of(outage, annotation("launch", "Version 4")), Map.of((short) 3, "chat"));
        table.finish();

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\uFEFFfirst_day,last_day,kind,title,channel,created_by",
                        "2003-05-05,2003-05-07,outage,\"'-2+3 \"\"down\"\"\",chat,maria",
                        "2003-05-05,2003-05-05,launch,Version 4,,maria");
    }

    private static Annotation annotation(String kind, String title) {
        Annotation annotation = new Annotation();
        annotation.kind = kind;
        annotation.title = title;
        annotation.firstDay = LocalDate.of(2003, 5, 5);
        annotation.lastDay = annotation.firstDay;
        annotation.createdBy = "maria";
        return annotation;
    }
}
