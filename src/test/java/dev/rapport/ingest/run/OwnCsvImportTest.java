package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.web.CsvStyle;
import dev.rapport.web.CsvTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Rapport writes as CSV, in either style, it reads back by itself. */
class OwnCsvImportTest {
    @TempDir
    Path uploads;

    @ParameterizedTest
    @EnumSource(CsvStyle.class)
    void bothStylesAreReadBack(CsvStyle style) throws IOException {
        Suggested user = new Suggested(uploads);

        var report = user.bring("orders.csv", orders(style), Map.of());

        assertThat(report.counts()).isEqualTo("3 read, 3 stored, 0 known, 0 rejected");
        // 1,234.50 + 0.25 + 80: of the wrong decimal sign it would be 12,450 or 123,450
        assertThat(user.october("revenue", 2)).isEqualTo("1314.75");
        assertThat(user.october("orders", 0)).isEqualTo("3");
    }

    private static byte[] orders(CsvStyle style) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out, style);
        table.plain("Order ID")
                .plain("Customer ID")
                .plain("Order Date")
                .plain("Product")
                .plain("Amount")
                .end();
        row(table, "A1", "4711", "Chair, green; oak", "1234.50");
        row(table, "A2", "4712", "Say \"table\"", "0.25");
        row(table, "A3", "4713", "Lamp", "80");
        table.finish();
        return out.toByteArray();
    }

    private static void row(CsvTable table, String order, String customer, String product, String amount)
            throws IOException {
        table.text(order)
                .text(customer)
                .plain("2026-10-05T14:00:00Z")
                .text(product)
                .number(new BigDecimal(amount))
                .end();
    }
}
