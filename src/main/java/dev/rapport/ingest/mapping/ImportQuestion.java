package dev.rapport.ingest.mapping;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names something that neither the file nor the mapping decides, and that an import must not guess.
 *
 * @param about the field, column or word it is about; empty when it is about the file
 * @param example what stands in the file
 * @param options what can be answered, as kept in {@link Mapping#answers()}; a confirmation has {@code yes} alone
 */
public record ImportQuestion(Kind kind, String about, String example, List<String> options) {
    /** The answer of a confirmation. */
    public static final String YES = "yes";

    /** The answer that a name is that of a new channel. */
    public static final String NEW = "*";

    /** What is asked. Words for people are in the message bundle. */
    public enum Kind {
        /** What the rows are. */
        TARGET,
        /** Which of an archive's tables, that have different columns, is read: its name. */
        TABLE,
        /** A second table follows in the file, and is not read. */
        OTHER_TABLE,
        /** Which sign of a column's numbers is the decimal one: {@code .} or {@code ,}. */
        DECIMAL,
        /** Whether the day or the month comes first: {@code DMY} or {@code MDY}. */
        DATE_ORDER,
        /** A column looks like dates of which some or all cannot be read. */
        UNREADABLE_DATES,
        /** On which scale a survey asks: {@code 1-5}. */
        SCALE,
        /** Which scores of a survey count as which class: {@code promoter: 5; passive: 4; detractor: 1-3}. It can be said and is never asked. */
        COUNTS_AS,
        /** What a word for a ticket's state means. */
        STATE,
        /** What becomes of amounts in a currency without a rate. */
        CURRENCY,
        /** Per what a subscription's amount is. */
        INTERVAL,
        /** What a word for an order's state or a row's type means. */
        ORDER_STATE,
        /** What a word for a subscription's state means. */
        SUBSCRIPTION_STATE,
        /** What a discount is to the amount: {@code money}, {@code share} or {@code off}, taken off already. */
        DISCOUNT,
        /** Whether an amount holds the tax beside it: {@code in} or {@code beside}. */
        TAX,
        /** Whether a total that stands in each line of an order is the line's or the order's: {@code each} or {@code once}. */
        REPEATED_TOTAL,
        /** Whether an amount holds the shipping beside it: {@code in} or {@code beside}. */
        SHIPPING,
        /** A name that would become a channel of its own, unless it is said to be another: no answer is needed. */
        NEW_CHANNEL,
        /** A name that would become a channel of its own, and looks like another. */
        LIKE_CHANNEL,
        /** Many names would become channels. */
        NEW_CHANNELS,
        /** Many rows are rejected. */
        MANY_REJECTED,
        /** Many rows are replaced by other rows of the file. */
        MANY_REPLACED,
        /** Many rows say something else than earlier ones, which count because they came first. */
        MANY_KEPT,
        /** Which of two sources rows come from that have the keys of one and differ from it: its name, or a new one. */
        SOURCE,
        /** Many rows are there already, from another source. */
        OTHER_SOURCE_REPLACED,
        /** All rows have the same key. */
        SAME_KEY,
        /** Ids that a spreadsheet has damaged. */
        DAMAGED_IDS,
        /** Without a key, changed rows come twice. */
        NO_KEY,
        /** Reasons are given in so many different words that they look like comments. */
        MANY_REASONS,
        /** A row that adds up the others. */
        TOTAL_ROW,
        /** A date far from the others. */
        FAR_DATE
    }

    /**
     * Repetitions within a file are the way of some tools, such as logs of changes, and so not among them. What scores count as is
     * kept by the survey.
     */
    private static final Set<Kind> ONCE = EnumSet.of(
            Kind.COUNTS_AS,
            Kind.MANY_REJECTED,
            Kind.MANY_KEPT,
            Kind.SOURCE,
            Kind.OTHER_SOURCE_REPLACED,
            Kind.SAME_KEY,
            Kind.DAMAGED_IDS,
            Kind.NO_KEY,
            Kind.MANY_REASONS,
            Kind.TOTAL_ROW,
            Kind.FAR_DATE);

    /** Asks to go on all the same. */
    public static ImportQuestion confirm(Kind kind, String about, String example) {
        return new ImportQuestion(kind, about, example, List.of(YES));
    }

    /** Asks what becomes of amounts in a currency without a rate: there is a rate, or they are kept out. */
    public static ImportQuestion ofCurrency(String currency, String example) {
        return new ImportQuestion(Kind.CURRENCY, currency, example, List.of("out"));
    }

    /** By what its answer is kept: {@code DECIMAL:Order Total}. */
    public String key() {
        return key(kind, about);
    }

    static String key(Kind kind, String about) {
        return kind.name() + ':' + about;
    }

    /** Whether nothing waits for an answer. */
    public boolean isOffer() {
        return kind == Kind.NEW_CHANNEL;
    }

    /** The question that has this key, without what it offers. */
    public static Optional<ImportQuestion> named(String key) {
        int colon = key.indexOf(':');
        return Arrays.stream(Kind.values())
                .filter(kind -> colon > 0 && kind.name().equals(key.substring(0, colon)))
                .findFirst()
                .map(kind -> new ImportQuestion(kind, key.substring(colon + 1), "", List.of()));
    }

    /** Those answers that hold for the next file of its kind as well; a confirmation is given for one file alone. */
    public static Map<String, String> lasting(Map<String, String> answers) {
        Map<String, String> lasting = new LinkedHashMap<>(answers);
        lasting.keySet().removeIf(key -> ONCE.stream().anyMatch(kind -> key.startsWith(kind.name() + ':')));
        return lasting;
    }

    public boolean isConfirmation() {
        return options.equals(List.of(YES));
    }
}
