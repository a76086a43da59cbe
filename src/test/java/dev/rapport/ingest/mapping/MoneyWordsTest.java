package dev.rapport.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "US$1,234.56 | USD | 1,234.56",
                "€ 5 | EUR | 5",
                "100 EUR | EUR | 100",
                "100EUR | EUR | 100",
                "EUR 1.234,50 | EUR | 1.234,50",
                "-$5.00 | USD | -5.00",
                "($5.00) | USD | (5.00)",
                "CHF 12.– | CHF | 12.–",
                "12,50 kr | SEK | 12,50",
                "R$ 3 | BRL | 3",
                "1 234,50 zł | PLN | 1 234,50",
                "12.50 | - | 12.50",
                "abc 5 | - | abc 5",
                "1e3 | - | 1e3"
            })
    void aCurrencyStandsBesideAnAmount(String text, String currency, String number) {
        Currencies.Split split = Currencies.split(text, "EUR");
        assertThat(split.currency().orElse(null)).isEqualTo(currency);
        assertThat(split.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Amount spent (EUR) | EUR | Amount spent",
                "Cost USD | USD | Cost",
                "price_gbp | GBP | price",
                "Total € | EUR | Total €",
                "Created (UTC) | - | Created",
                "Order Total | - | Order Total",
                "Start (UTC+1) | - | Start",
                "total_all | ALL | total",
                "Name | - | Name"
            })
    void aHeaderNamesACurrency(String header, String currency, String bare) {
        assertThat(Currencies.ofHeader(header, "EUR").orElse(null)).isEqualTo(currency);
        assertThat(Currencies.bare(header)).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource({
        "month, 10.00",
        "Monthly, 10.00",
        "year, 0.83",
        "annually, 0.83",
        "week, 43.33",
        "day, 304.17",
        "quarter, 3.33",
        "3 months, 3.33",
        "every 6 months, 1.67",
        "2 years, 0.42",
        "P1Y, 0.83",
        "monatlich, 10.00",
        "half-yearly, 1.67",
        "12 months, 0.83",
        "/mo, 10.00",
        "bi-annual, -",
        "lustrum, -",
        "0 months, -"
    })
    void anIntervalIsSoMuchAMonth(String words, String month) {
        assertThat(BillingInterval.of(words)
                        .map(interval -> interval.aMonth(BigDecimal.TEN)
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString())
                        .orElse("-"))
                .isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource({
        "9001-R, 9001",
        "9001-refund, 9001",
        "9001_R2, 9001",
        "#1001-RF1, #1001",
        "Refund #1001, #1001",
        "C536379, C536379",
        "9001, 9001",
        "AB-12, AB-12",
        "9001-CR, 9001"
    })
    void aRefundNamesItsOrder(String number, String order) {
        assertThat(OrderLine.ordered(number)).isEqualTo(order);
    }
}
