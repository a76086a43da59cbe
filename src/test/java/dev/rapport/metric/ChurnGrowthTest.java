package dev.rapport.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChurnGrowthTest {
    @Test
    void aYearlyRateIsTakenAsItStands() {
        ChurnGrowth growth = new ChurnGrowth(0.10, 365, 5);
        assertThat(growth.grown()).isCloseTo(0.15, within(1e-12));
        assertThat(growth.customers(1_000).now()).isCloseTo(100, within(1e-9));
        assertThat(growth.customers(1_000).then()).isCloseTo(150, within(1e-9));
        assertThat(growth.customers(1_000).more()).isCloseTo(50, within(1e-9));
    }

    /** 0.9 of 1,000 stay each 73 days, five times: 590.49; at 20 %, 327.68. */
    @Test
    void aShorterPeriodComesSeveralTimes() {
        ChurnGrowth growth = new ChurnGrowth(0.10, 73, 10);
        assertThat(growth.customers(1_000).now()).isCloseTo(409.51, within(1e-6));
        assertThat(growth.customers(1_000).then()).isCloseTo(672.32, within(1e-6));
    }

    /** (0.5 - 1) / ln 0.5 = 0.72135 of the year's revenue comes when half of them leave in its course. */
    @Test
    void revenueGoesAsCustomersDo() {
        ChurnGrowth growth = new ChurnGrowth(0.0, 365, 50);
        assertThat(growth.revenue(120_000).now()).isZero();
        assertThat(growth.revenue(120_000).more()).isCloseTo(33_438.30, within(0.01));
    }

    @Test
    void nobodyLeavesTwice() {
        ChurnGrowth growth = new ChurnGrowth(0.95, 30, 100);
        assertThat(growth.grown()).isEqualTo(1);
        assertThat(growth.customers(10).then()).isEqualTo(10);
        assertThat(growth.revenue(10).then()).isEqualTo(10);
    }
}
