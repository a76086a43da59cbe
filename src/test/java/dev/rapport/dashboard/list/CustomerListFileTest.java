package dev.rapport.dashboard.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.web.CsvTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerListFileTest {
    /** Numbers and names are brought in; the figures follow from what people did. */
    @Test
    void comesHomeAsPeople() throws IOException {
        for (boolean names : new boolean[] {true, false}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CsvTable table = new CsvTable(out);
            new CustomerListFile(names).write(table, taker -> {});
            table.finish();
            List<String> header = List.of(
                    out.toString(StandardCharsets.UTF_8).substring(1).strip().split(","));
            assertThat(FactTypes.ofOwnFile(header).map(FactType::key)).contains("people");
        }
    }
}
