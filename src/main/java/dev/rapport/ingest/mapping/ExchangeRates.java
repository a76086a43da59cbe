package dev.rapport.ingest.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds the reporting currency and what other currencies were worth in it.
 *
 * @param reporting ISO 4217
 * @param days by currency: what one unit was worth in the reporting currency from a day on
 */
public record ExchangeRates(String reporting, Map<String, NavigableMap<LocalDate, BigDecimal>> days) {
    private static final String USUAL = "EUR";

    /** No rates, and the currency with which an installation begins. */
    public static final ExchangeRates NONE = new ExchangeRates(USUAL, Map.of());

    public static ExchangeRates in(String reporting) {
        return new ExchangeRates(reporting, new HashMap<>());
    }

    /** Adds to rates that were made by {@link #in}. */
    public void keep(String currency, LocalDate day, BigDecimal rate) {
        days.computeIfAbsent(currency, key -> new TreeMap<>()).put(day, rate);
    }

    /** The newest of the day or before it. */
    Optional<BigDecimal> on(String currency, LocalDate day) {
        NavigableMap<LocalDate, BigDecimal> theirs = days.get(currency);
        return theirs == null
                ? Optional.empty()
                : Optional.ofNullable(theirs.floorEntry(day)).map(Map.Entry::getValue);
    }
}
