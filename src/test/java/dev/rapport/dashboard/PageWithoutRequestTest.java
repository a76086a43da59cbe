package dev.rapport.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customers.CustomerFilter;
import dev.rapport.customers.CustomerList;
import dev.rapport.customers.ListedCustomer;
import dev.rapport.dashboard.list.CustomerListPage;
import dev.rapport.dashboard.metric.MetricLayout;
import dev.rapport.metric.Catalogue;
import dev.rapport.testsupport.PlainTemplates;
import dev.rapport.words.Audience;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Writes whole pages from answers for two audiences, without a server: as a mail would. */
class PageWithoutRequestTest {
    @Test
    void aMetricsPanelReadsAsItsAudienceWritesDaysSumsAndMoments() {
        assertThat(metric(PlainPages.BERLIN))
                .contains("1 Jul – 3 Jul 2026", "€1,234", "21 Nov 2026, 03:30", ">2 Jul<", ">Chat<", ">Pro<")
                .doesNotContain("NOT_FOUND");
        assertThat(metric(PlainPages.NEW_YORK))
                .contains("Jul 1 – Jul 3, 2026", "$1,234", "Nov 20, 2026, 9:30", ">Jul 2<")
                .doesNotContain("€");
    }

    @Test
    void aListReadsAsItsAudienceWritesIt() {
        assertThat(customers(PlainPages.BERLIN)).contains("1 person", "Ada", "€1,234", "21 Nov 2026");
        assertThat(customers(PlainPages.NEW_YORK)).contains("1 person", "Ada", "$1,234", "Nov 21, 2026");
    }

    private static String metric(Audience audience) {
        MetricLayout layout = new MetricLayout(
                Catalogue.find("revenue").orElseThrow(), "plan", PlainPages.context(audience), PlainPages.TODAY);
        Answers answers = PlainPages.answers(layout.asks());
        return new PlainTemplates(audience).fragment("dashboard/metric", "content", layout.page(answers, List.of()));
    }

    private static String customers(Audience audience) {
        CustomerFilter filter = CustomerFilter.read(PlainPages.SLICE, Map.of());
        ListedCustomer ada = new ListedCustomer(
                7,
                "K-7",
                "Ada",
                new BigDecimal("1234.4"),
                3,
                Optional.of(PlainPages.FRESH),
                1,
                Optional.empty(),
                Optional.of(815),
                new CustomerFilter.After("1234.4", 7));
        CustomerList.Page found = new CustomerList.Page(List.of(ada), false, 1, Optional.of(PlainPages.FRESH));
        return new PlainTemplates(audience)
                .fragment(
                        "dashboard/customerList",
                        "content",
                        CustomerListPage.of(filter, found, PlainPages.context(audience)));
    }
}
