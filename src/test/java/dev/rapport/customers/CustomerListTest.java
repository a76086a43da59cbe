package dev.rapport.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.Slice;
import dev.rapport.testsupport.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerListTest {
    private static final Slice MAY = Facts.slice("from=2026-05-01&to=2026-05-31");

    @Test
    void isReadFromTheQueryString() {
        CustomerFilter filter = CustomerFilter.read(
                MAY,
                Map.of(
                        "q", List.of(" anna "),
                        "who", List.of("customers"),
                        "sort", List.of("last-active"),
                        "dir", List.of("asc"),
                        "after", List.of("2026-05-01T10:00:00.123456~17")));

        assertThat(filter.search()).isEqualTo("anna");
        assertThat(filter.standing()).isEqualTo(CustomerStanding.CUSTOMERS);
        assertThat(filter.sort()).isEqualTo(CustomerSort.LAST_ACTIVE);
        assertThat(filter.ascending()).isTrue();
        assertThat(filter.after()).contains(new CustomerFilter.After("2026-05-01T10:00:00.123456", 17));
        assertThat(CustomerFilter.read(MAY, Map.of()))
                .isEqualTo(
                        new CustomerFilter(MAY, "", CustomerStanding.ALL, CustomerSort.VALUE, false, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "q, anna@example.org",
        "who, nobody",
        "who, AT_RISK",
        "sort, 'value; drop table person'",
        "dir, up",
        "after, 12",
        "after, x~12",
        "after, 1~-1",
        "after, '1'' or 1=1~1"
    })
    void refusesWhatItDoesNotUnderstand(String name, String value) {
        assertThatThrownBy(() -> CustomerFilter.read(MAY, Map.of(name, List.of(value))))
                .isInstanceOf(BadSliceException.class)
                .extracting(e -> ((BadSliceException) e).parameter())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"all, ALL", "customers, CUSTOMERS", "healthy, HEALTHY", "watch, WATCH", "at-risk, AT_RISK"})
    void saysOfWhom(String who, CustomerStanding standing) {
        assertThat(CustomerFilter.read(MAY, Map.of("who", List.of(who))).standing())
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1~3", "12.500000~3", "-infinity~3", "2026-05-01T10:00:00.000001~3"})
    void aPlaceInTheListIsReadAsItIsWritten(String text) {
        assertThat(CustomerFilter.After.of(text).orElseThrow().text()).isEqualTo(text);
    }
}
