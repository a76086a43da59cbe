package dev.rapport.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cube.read.Grouping;
import dev.rapport.slice.Dimension;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products and categories as shops and trackers export them, brought in by what is suggested. */
class CategoryImportTest {
    private static final String OCTOBER = "from=2026-10-01&to=2026-10-31";

    @TempDir
    Path uploads;

    private Suggested user;

    @BeforeEach
    void begin() {
        user = new Suggested(uploads);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order ID,Email,Order Date,Item Name,Product Category,Qty,Line Total",
                "Order Number,Billing Email,Date created,Item Name,Categories,Quantity,Line total",
                "transaction_id,email,order date,item_name,item_category,quantity,item_revenue",
                "Name,Email,Created at,Lineitem name,Product type,Lineitem quantity,Total"
            })
    void categoriesOfShopsAreKnown(String header) {
        var step = user.look(header + "\nO1,a@example.com,2026-10-02,Robot,Gadgets,1,30\n");
        assertThat(step.mapping().target()).isEqualTo("orders");
        assertThat(step.mapping().binding("product").orElseThrow().columns()).containsExactly(header.split(",")[3]);
        assertThat(step.mapping().binding("category").orElseThrow().columns()).containsExactly(header.split(",")[4]);
    }

    @Test
    void spellingsOfProductsAreOneAndLinesWithoutACategoryCount() {
        user.bring("orders.csv", """
                Order ID,Customer ID,Order Date,Product,Category,Quantity,Line Total
                O1,K1,2026-10-02T10:00:00Z,Robot,Gadgets,1,30
                O1,K1,2026-10-02T10:00:00Z,ROBOT ,gadgets,1,10
                O2,K2,2026-10-03T10:00:00Z,Robot,Toys,1,20
                O3,K3,2026-10-04T10:00:00Z,Broom,,1,5
                O4,K1,2026-10-05T10:00:00Z,Robot,Gadgets,-1,-30
                """, Map.of());
        assertThat(parts("orders", Dimension.PRODUCT)).isEqualTo(Map.of("Robot", "2", "Broom", "1"));
        assertThat(parts("orders", Dimension.CATEGORY)).isEqualTo(Map.of("Gadgets", "1", "Toys", "1", "", "1"));
        assertThat(parts("revenue", Dimension.CATEGORY)).isEqualTo(Map.of("Gadgets", "10", "Toys", "20", "", "5"));
        assertThat(user.value("revenue", OCTOBER + "&product=rObOt", 0)).isEqualTo("30");
    }

    @Test
    void longNamesAreKeptAndTooLongOnesRefused() {
        String name = "n".repeat(200);
        StringBuilder file =
                new StringBuilder("Order ID,Customer ID,Order Date,Product,Category,Quantity,Line Total\n");
        for (int i = 1; i <= 40; i++) {
            file.append("O%1$d,K%1$d,2026-10-02T10:00:00Z,%2$s,%3$s,1,20\n"
                    .formatted(i, name, i == 40 ? "x".repeat(301) : name));
        }
        assertThat(user.bring("orders.csv", file.toString()).counts())
                .isEqualTo("40 read, 39 stored, 0 known, 1 rejected");
        assertThat(parts("orders", Dimension.CATEGORY)).isEqualTo(Map.of(name, "39"));
    }

    @Test
    void tenThousandCategoriesAreTenThousand() {
        StringBuilder file =
                new StringBuilder("Order ID,Customer ID,Order Date,Product,Category,Quantity,Line Total\n");
        for (int i = 0; i < 10_000; i++) {
            file.append("O%1$d,K%2$d,2026-10-02T10:00:00Z,P%1$d,C%1$d,1,2\n".formatted(i, i % 100));
        }
        assertThat(user.bring("orders.csv", file.toString()).counts())
                .isEqualTo("10000 read, 10000 stored, 0 known, 0 rejected");
        assertThat(parts("revenue", Dimension.CATEGORY)).hasSize(10_000).containsEntry("C9999", "2");
    }

    @Test
    void viewsNameProductsAsOrdersDo() {
        user.bring("orders.csv", """
                Order ID,Customer ID,Order Date,Product,Category,Quantity,Line Total
                O1,K1,2026-10-02T10:00:00Z,Robot,Gadgets,1,30
                """, Map.of());
        user.bring("visits.csv", """
                Message ID,User ID,Event Name,Timestamp,URL,Product Name,Product Category
                V1,K1,,2026-10-02T09:00:00Z,https://shop.example.com/p/1,robot,GADGETS
                V2,K1,,2026-10-02T09:01:00Z,https://shop.example.com/p/1,robot,GADGETS
                V3,K2,,2026-10-02T09:00:00Z,https://shop.example.com/p/2,Broom,
                V4,K2,,2026-10-02T09:01:00Z,https://shop.example.com/,,
                """, Map.of());
        assertThat(parts("page_views", Dimension.PRODUCT)).isEqualTo(Map.of("Robot", "2", "Broom", "1", "", "1"));
        assertThat(parts("page_views", Dimension.CATEGORY)).isEqualTo(Map.of("Gadgets", "2", "", "2"));
        assertThat(user.value("page_views", OCTOBER + "&product=ROBOT&page-path=/p/1", 0))
                .isEqualTo("2");
        assertThat(user.value("page_views", OCTOBER, 0)).isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Link URL", "href", "CTA", "Button Text", "Target", "Call to action"})
    void clicksOfLinksAreKnownByWhatTrackersCallThem(String header) {
        user.bring("visits.csv", """
                Message ID,User ID,Event Name,Kind,Timestamp,URL,%1$s
                V1,K1,,page,2026-10-02T09:00:00Z,https://shop.example.com/,
                V2,K1,clicked,track,2026-10-02T09:01:00Z,https://shop.example.com/,%2$s
                V3,K2,,page,2026-10-02T09:00:00Z,https://shop.example.com/,
                V4,K3,,page,2026-10-02T09:00:00Z,https://shop.example.com/,
                V5,K4,,page,2026-10-02T09:00:00Z,https://shop.example.com/,
                """.formatted(header, "https://shop.example.com/buy?" + "x".repeat(3_000)));
        assertThat(user.value("link_ctr", OCTOBER, 0)).as("one view of four").isEqualTo("25");
    }

    private Map<String, String> parts(String metric, Dimension dimension) {
        Map<String, String> parts = new LinkedHashMap<>();
        user.data
                .metrics
                .ask(metric, user.data.slice(OCTOBER), Grouping.parts(dimension))
                .rows()
                .forEach(row -> parts.put(
                        row.key().part().orElseThrow(),
                        row.figure().value().orElseThrow().stripTrailingZeros().toPlainString()));
        return parts;
    }
}
