package dev.rapport.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.web.CsvTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetsFileTest {
    @Test
    void saysEachTargetByKeysWithAllDigitsAndNoFormula() throws IOException {
        Target narrow = target("csat", "80.500000", "=cmd|' /C calc'!A0");
        narrow.channelId = 3;
        narrow.reviewOn = LocalDate.of(2003, 4, 1);
        narrow.reviewedAt = Instant.parse("2003-02-01T10:00:00Z");
        narrow.segmentGroup = "plan";
        narrow.segmentValue = "pro, yearly";
        Target wide = target("resolution_time", "28800.000000", "maria");
        wide.bound = "at-most";
        wide.span = "month";
        Target gone = target("no_more", "-1.000000", "ada");
        gone.channelId = 9;

        assertThat(written(List.of(narrow, wide, gone)))
                .containsExactly(
                        "\uFEFFmetric,bound,value,unit,span,from,channel,segment,created_by,review_on,reviewed_at",
                        "csat,at-least,80.5,percent,,2003-01-01,chat,\"plan:pro, yearly\",'=cmd|' /C calc'!A0,2003-04-01,2003-02-01T10:00:00Z",
                        "resolution_time,at-most,28800,duration,month,2003-01-01,,,maria,,",
                        "no_more,at-least,-1,,,2003-01-01,9,,ada,,");
    }

    @Test
    void ofNoTargetsIsTheHeadAlone() throws IOException {
        assertThat(written(List.of())).hasSize(1);
    }

    private static Target target(String metric, String value, String by) {
        Target target = new Target();
        target.metric = metric;
        target.value = new BigDecimal(value);
        target.fromDay = LocalDate.of(2003, 1, 1);
        target.createdBy = by;
        return target;
    }

    private static List<String> written(List<Target> targets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out);
        TargetsResource.write(table, targets, Map.of((short) 3, "chat"));
        table.finish();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
