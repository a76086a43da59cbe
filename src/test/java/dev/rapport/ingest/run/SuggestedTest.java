package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestedTest {
    @TempDir
    Path uploads;

    @Test
    void aPlainFileAsksNothingAndCounts() {
        Suggested user = new Suggested(uploads);
        var report = user.bring("tickets.csv", """
                Ticket ID,Created At,Resolved At,Channel,Priority
                T1,2026-10-01T10:00:00Z,2026-10-01T12:00:00Z,E-mail,high
                T2,2026-10-02T10:00:00Z,,Phone,low
                """);
        assertThat(report.counts()).isEqualTo("2 read, 2 stored, 0 known, 0 rejected");
        assertThat(user.october("ticket_volume", 0)).isEqualTo("2");
        assertThat(user.october("resolution_rate", 0)).isEqualTo("50");
        assertThat(user.october("nps", 0)).isEqualTo("no data");
    }
}
