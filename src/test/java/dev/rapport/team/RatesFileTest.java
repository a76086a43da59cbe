package dev.rapport.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatesFileTest {
    @TempDir
    Path folder;

    private RatesFile read(String text) throws IOException {
        return RatesFile.read(Files.writeString(folder.resolve("rates.csv"), text), "EUR");
    }

    @Test
    void takesRatesInAnyOrderOfColumns() throws IOException {
        assertThat(read("Currency;Date;Rate\nusd;2026-01-01;0,92\nJPY;2026-01-02;0.0061\n")
                        .rates())
                .containsExactly(
                        new ExchangeRate(LocalDate.parse("2026-01-01"), "USD", new BigDecimal("0.92")),
                        new ExchangeRate(LocalDate.parse("2026-01-02"), "JPY", new BigDecimal("0.0061")));
        assertThat(read("2026-01-01,GBP,1.17\n").rates()).hasSize(1);
    }

    @Test
    void oneWrongLineIsNamedAndNothingTaken() throws IOException {
        RatesFile file = read("date,currency,rate\n2026-01-01,USD,0.92\n01/02/2026,USD,0.92\n2026-01-03,EUR,1\n"
                + "2026-01-04,XQQ,1\n2026-01-05,USD,0\n2026-01-06,USD\n");
        assertThat(file.rates()).isEmpty();
        assertThat(file.faults())
                .extracting(line -> line.number() + " " + line.fault())
                .containsExactly("3 DAY", "4 CURRENCY", "5 CURRENCY", "6 RATE", "7 RATE");
    }
}
