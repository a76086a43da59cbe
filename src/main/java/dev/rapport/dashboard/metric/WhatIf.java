package dev.rapport.dashboard.metric;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.Grouping;
import dev.rapport.dashboard.Answers;
import dev.rapport.metric.ChurnGrowth;
import dev.rapport.metric.Figure;
import dev.rapport.query.Answer;
import dev.rapport.query.MetricQuery;
import dev.rapport.slice.Comparison;
import dev.rapport.slice.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Works out what a year costs if churn grew, of all in the slice and by channel.
 *
 * @param recurring whether revenue is monthly recurring revenue, else what the period brought
 */
record WhatIf(boolean recurring, List<Row> rows) {
    private static final String CHURN = "churn_rate";
    private static final String CUSTOMERS = "paying_customers";
    private static final String RECURRING = "mrr";
    private static final String REVENUE = "revenue";
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final int YEAR = 365;

    /**
     * @param channel empty for all of them
     * @param yearly what today's customers bring in a year; empty without data
     * @param growth empty while nobody could leave
     */
    record Row(
            Optional<DimensionKey> channel,
            String name,
            long customers,
            Optional<Double> yearly,
            Optional<ChurnGrowth> growth) {
        Optional<ChurnGrowth.Lost> lost() {
            return growth.map(each -> each.customers(customers));
        }

        Optional<ChurnGrowth.Lost> revenue() {
            return growth.flatMap(each -> yearly.map(each::revenue));
        }
    }

    static Stream<MetricQuery> asks(Slice slice) {
        return Stream.of(CHURN, CUSTOMERS, RECURRING, REVENUE)
                .flatMap(key -> Stream.of(Grouping.TOTAL, Grouping.CHANNELS).map(by -> ask(key, slice, by)));
    }

    /**
     * @param points as {@link ChurnGrowth} has them
     * @param today is over, too: what has happened in it is known
     */
    static WhatIf of(Answers answers, Slice slice, double points, LocalDate today) {
        long days = over(slice, today);
        boolean recurring = answers.to(ask(RECURRING, slice, Grouping.TOTAL))
                .total()
                .figure()
                .value()
                .filter(value -> value.signum() > 0)
                .isPresent();
        List<Row> rows = new ArrayList<>();
        for (Grouping by : List.of(Grouping.TOTAL, Grouping.CHANNELS)) {
            Answer churn = answers.to(ask(CHURN, slice, by));
            Answer customers = answers.to(ask(CUSTOMERS, slice, by));
            Answer money = answers.to(ask(recurring ? RECURRING : REVENUE, slice, by));
            for (Answer.Row row : customers.rows()) {
                long count = value(customers, row.key()).orElse(BigDecimal.ZERO).longValue();
                Optional<Double> yearly = value(money, row.key())
                        .map(amount ->
                                recurring ? amount.multiply(MONTHS).doubleValue() : amount.doubleValue() * YEAR / days);
                Optional<ChurnGrowth> growth =
                        value(churn, row.key()).map(rate -> new ChurnGrowth(rate.doubleValue() / 100, days, points));
                if (by == Grouping.TOTAL || count > 0) {
                    rows.add(new Row(row.key().channel().map(key -> row.key()), row.label(), count, yearly, growth));
                }
            }
        }
        return new WhatIf(recurring, rows);
    }

    private static long over(Slice slice, LocalDate today) {
        LocalDate end = slice.period().to().isAfter(today)
                ? today.plusDays(1)
                : slice.period().to();
        return Math.max(1, ChronoUnit.DAYS.between(slice.period().from(), end));
    }

    private static Optional<BigDecimal> value(Answer answer, DimensionKey key) {
        return answer.rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .map(Answer.Row::figure)
                .flatMap(Figure::value);
    }

    private static MetricQuery ask(String key, Slice slice, Grouping by) {
        return new MetricQuery(key, slice.withComparison(Comparison.NONE), by);
    }
}
