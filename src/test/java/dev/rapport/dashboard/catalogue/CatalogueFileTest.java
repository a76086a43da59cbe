package dev.rapport.dashboard.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rapport.dashboard.EnglishWords;
import dev.rapport.dashboard.FigureText;
import dev.rapport.metric.Catalogue;
import dev.rapport.metric.Metric;
import dev.rapport.web.CsvTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CatalogueFileTest {
    @Test
    void hasALineForEachMetricInTheWordsOfThePage() throws IOException {
        List<List<String>> lines = written();

        assertThat(lines.get(0))
                .containsExactly(
                        "key",
                        "name",
                        "topic",
                        "unit",
                        "better",
                        "formula",
                        "benchmark",
                        "sources",
                        "teams",
                        "stage",
                        "causes",
                        "remedies");
        assertThat(lines.subList(1, lines.size()).stream().map(line -> line.get(0)))
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.all().stream().map(Metric::key).toList());
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSize(12));
        List<String> bounces = lines.stream()
                .filter(line -> line.get(0).equals("bounce_rate"))
                .findFirst()
                .orElseThrow();
        assertThat(bounces.subList(1, 6))
                .containsExactly(
                        "Bounce rate",
                        "Site",
                        "percent",
                        "lower is better",
                        "visits with one page view only \u00f7 visits with a page view");
        assertThat(bounces.subList(8, 10)).containsExactly("Marketing", "consideration");
    }

    private static List<List<String>> written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(out);
        CatalogueResource.write(table, CataloguePage.of(new FigureText(EnglishWords.AUDIENCE)), Locale.ENGLISH);
        table.finish();
        String csv = out.toString(StandardCharsets.UTF_8).substring(1);
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(CsvRecord::getFields)
                .toList();
    }
}
