package dev.rapport.ingest.mapping;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the interval at which a subscription's amount is paid: every how many of which units.
 *
 * <p>A year is 12 months, 52 weeks or 365 days (METRICS, rule 9).
 */
record BillingInterval(int count, Unit unit) {
    private static final int MONTHS_OF_YEAR = 12;
    private static final Pattern COUNTED =
            Pattern.compile("(?:every|each|per|alle|toutes? les|cada|ogni|/)?\\s*(\\d{1,3})?\\s*-?\\s*(.+?)");
    private static final Pattern ISO = Pattern.compile("p(\\d{1,3})([dwmy])");

    /** @param perYear how many there are in a year */
    enum Unit {
        DAY(365, "day|days|daily|d|tag|tage|täglich|jour|jours|diario|día|dia|giorno|dag|dagelijks"),
        WEEK(
                52,
                "week|weeks|weekly|wk|w|woche|wochen|wöchentlich|semaine|semaines|hebdomadaire|semana|semanal|settimana|wekelijks"),
        FORTNIGHT(26, "biweekly|fortnight|fortnightly|every two weeks|every other week"),
        MONTH(
                12,
                "month|months|monthly|mo|mon|mth|m|pm|p m|monat|monate|monatlich|mois|mensuel|mensuelle|mes|mensual|mensal|mês"
                        + "|mese|mensile|maand|maandelijks|måned|månad|miesiąc|per month|1 month"),
        TWO_MONTHS(6, "bimonthly|every two months|every other month|zweimonatlich"),
        QUARTER(
                4,
                "quarter|quarters|quarterly|qtr|q|quartal|quartalsweise|vierteljährlich|trimestre|trimestriel|trimestral"
                        + "|trimestrale|kwartaal|three months|every three months"),
        HALF_YEAR(
                2,
                "half year|half-year|halfyear|half yearly|half-yearly|semiannual|semiannually|semi-annual|semi annual"
                        + "|semi annually|biannual|biannually|halbjahr|halbjährlich|semestre|semestriel|semestral|six months|every six months"),
        YEAR(
                1,
                "year|years|yearly|yr|yrs|y|annual|annually|anual|annuel|annuelle|annum|per annum|p a|pa|jahr|jahre|jährlich"
                        + "|an|ans|année|año|ano|anno|annuale|jaar|jaarlijks|år|rok|12 month|twelve months");

        private final int perYear;
        private final List<String> words;

        Unit(int perYear, String words) {
            this.perYear = perYear;
            this.words = List.of(words.split("\\|"));
        }
    }

    /** Empty when the words are not known. */
    static Optional<BillingInterval> of(String text) {
        String plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace(".", " ")
                .strip();
        Optional<Unit> whole = unit(plain);
        if (whole.isPresent()) {
            return Optional.of(new BillingInterval(1, whole.get()));
        }
        Matcher iso = ISO.matcher(plain);
        if (iso.matches()) {
            Unit unit = Map.of("d", Unit.DAY, "w", Unit.WEEK, "m", Unit.MONTH, "y", Unit.YEAR)
                    .getOrDefault(iso.group(2), Unit.MONTH);
            return counted(iso.group(1), unit);
        }
        Matcher counted = COUNTED.matcher(plain);
        return counted.matches()
                ? unit(counted.group(2).strip()).flatMap(unit -> counted(counted.group(1), unit))
                : Optional.empty();
    }

    private static Optional<BillingInterval> counted(String count, Unit unit) {
        int many = count == null ? 1 : Integer.parseInt(count);
        return many == 0 ? Optional.empty() : Optional.of(new BillingInterval(many, unit));
    }

    private static Optional<Unit> unit(String word) {
        for (Unit unit : Unit.values()) {
            if (unit.words.contains(word)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    BillingInterval times(int many) {
        return new BillingInterval(count * many, unit);
    }

    /** What an amount that is paid once in it comes to in a month. */
    BigDecimal aMonth(BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf(unit.perYear))
                .divide(BigDecimal.valueOf((long) MONTHS_OF_YEAR * count), MathContext.DECIMAL128);
    }
}
