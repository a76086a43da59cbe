package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.dashboard.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportFileNameTest {
    @Test
    void saysMetricBreakdownPeriodAndSlice() {
        assertThat(ExportFileName.of(
                        List.of("csat", "by-channel"),
                        Asked.slice("from=2026-07-01&to=2026-09-30&segment=plan:pro&segment=plan:free&channel=chat"),
                        "csv"))
                .isEqualTo("csat_by-channel_2026-07-01_2026-09-30_chat_plan-free-pro.csv");
        assertThat(ExportFileName.of(List.of("bounce_rate"), Asked.slice("from=2026-07-01&to=2026-07-01"), "csv"))
                .isEqualTo("bounce-rate_2026-07-01_2026-07-01.csv");
    }

    @Test
    void ofWhatHasNoSliceItSaysTheThingAlone() {
        assertThat(ExportFileName.of(List.of("customer", "7"), "csv")).isEqualTo("customer_7.csv");
    }

    @Test
    void meansNothingToAHeaderOrAFileSystem() {
        String name = ExportFileName.of(
                List.of("../x\"\r\nSet-Cookie: a", "Größe"), Asked.slice("from=2026-07-01&to=2026-07-01"), "csv");
        assertThat(name).isEqualTo("x-set-cookie-a_gr-e_2026-07-01_2026-07-01.csv");
        assertThat(ExportFileName.disposition(name))
                .isEqualTo("attachment; filename=\"x-set-cookie-a_gr-e_2026-07-01_2026-07-01.csv\"");
        assertThat(ExportFileName.of(List.of("x".repeat(500)), Asked.slice("from=2026-07-01&to=2026-07-01"), "csv"))
                .hasSize(164);
    }
}
