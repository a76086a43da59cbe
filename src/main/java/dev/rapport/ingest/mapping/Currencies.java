package dev.rapport.ingest.mapping;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which currency is meant: by a code, a sign or a name, in a cell of its own, beside an amount, or in a header. */
final class Currencies {
    /** Signs, the longer ones first; where one stands for several currencies, the first is meant unless money is reported in another. */
    private static final List<Map.Entry<String, List<String>>> SIGNS = List.of(
            Map.entry("US$", List.of("USD")),
            Map.entry("CA$", List.of("CAD")),
            Map.entry("AU$", List.of("AUD")),
            Map.entry("NZ$", List.of("NZD")),
            Map.entry("HK$", List.of("HKD")),
            Map.entry("MX$", List.of("MXN")),
            Map.entry("NT$", List.of("TWD")),
            Map.entry("CN¥", List.of("CNY")),
            Map.entry("JP¥", List.of("JPY")),
            Map.entry("C$", List.of("CAD")),
            Map.entry("A$", List.of("AUD")),
            Map.entry("S$", List.of("SGD")),
            Map.entry("R$", List.of("BRL")),
            Map.entry("zł", List.of("PLN")),
            Map.entry("Kč", List.of("CZK")),
            Map.entry("Ft", List.of("HUF")),
            Map.entry("kr.", List.of("DKK", "SEK", "NOK", "ISK")),
            Map.entry("kr", List.of("SEK", "NOK", "DKK", "ISK")),
            Map.entry("Fr.", List.of("CHF")),
            Map.entry("Rs.", List.of("INR", "PKR")),
            Map.entry("Rs", List.of("INR", "PKR")),
            Map.entry("€", List.of("EUR")),
            Map.entry("£", List.of("GBP")),
            Map.entry("¥", List.of("JPY", "CNY")),
            Map.entry("￥", List.of("JPY", "CNY")),
            Map.entry("元", List.of("CNY")),
            Map.entry("円", List.of("JPY")),
            Map.entry("₹", List.of("INR")),
            Map.entry("₩", List.of("KRW")),
            Map.entry("₺", List.of("TRY")),
            Map.entry("₽", List.of("RUB")),
            Map.entry("₴", List.of("UAH")),
            Map.entry("₪", List.of("ILS")),
            Map.entry("₫", List.of("VND")),
            Map.entry("฿", List.of("THB")),
            Map.entry("₱", List.of("PHP")),
            Map.entry("₦", List.of("NGN")),
            Map.entry("$", List.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN", "TWD", "CLP", "COP", "ARS")));

    private static final Map<String, String> NAMES = names();
    private static final Pattern LEADING =
            Pattern.compile("^([-+(\u2212]?\\s*)([A-Za-z]{3})(?=[\\s\u00a0\u202f\\d.,+\u2212-])(.*)$");
    private static final Pattern TRAILING = Pattern.compile("^(.*[\\d)])[\\s\u00a0\u202f]*([A-Za-z]{3})$");
    private static final Pattern IN_HEADER =
            Pattern.compile("(?:[(\\[]\\s*([A-Za-z]{3})\\s*[)\\]]\\s*$)|(?:[\\s,]([A-Z]{3})\\s*$)|(?:_([A-Za-z]{3})$)");

    private Currencies() {}

    /** An amount's text without its currency. */
    record Split(Optional<String> currency, String number) {}

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            names.put(currency.getCurrencyCode().toLowerCase(Locale.ROOT), currency.getCurrencyCode());
            names.putIfAbsent(
                    currency.getDisplayName(Locale.ENGLISH).toLowerCase(Locale.ROOT), currency.getCurrencyCode());
        }
        names.putAll(Map.of(
                "euros",
                "EUR",
                "dollar",
                "USD",
                "dollars",
                "USD",
                "us dollars",
                "USD",
                "pound",
                "GBP",
                "pounds",
                "GBP",
                "pound sterling",
                "GBP",
                "yen",
                "JPY",
                "swiss francs",
                "CHF"));
        return Map.copyOf(names);
    }

    static boolean isCode(String text) {
        return text.length() == 3 && text.toUpperCase(Locale.ROOT).equals(NAMES.get(text.toLowerCase(Locale.ROOT)));
    }

    /** @param reporting what an ambiguous sign means when it can */
    static Optional<String> read(String text, String reporting) {
        String word = text.strip();
        String named = NAMES.get(word.toLowerCase(Locale.ROOT));
        if (named != null) {
            return Optional.of(named);
        }
        return SIGNS.stream()
                .filter(sign -> sign.getKey().equalsIgnoreCase(word))
                .findFirst()
                .map(sign -> meant(sign.getValue(), reporting));
    }

    private static String meant(List<String> candidates, String reporting) {
        return candidates.contains(reporting) ? reporting : candidates.get(0);
    }

    /** {@code US$1,234.56}, {@code € 5}, {@code 100 EUR}, {@code -$5}. */
    static Split split(String text, String reporting) {
        if (isPlain(text)) {
            return new Split(Optional.empty(), text);
        }
        for (var sign : SIGNS) {
            int at = indexOf(text, sign.getKey());
            if (at >= 0) {
                String rest = text.substring(0, at)
                        + text.substring(at + sign.getKey().length());
                return new Split(Optional.of(meant(sign.getValue(), reporting)), rest.strip());
            }
        }
        Matcher leading = LEADING.matcher(text);
        if (leading.matches() && isCode(leading.group(2))) {
            return new Split(
                    read(leading.group(2), reporting),
                    leading.group(1).strip() + leading.group(3).strip());
        }
        Matcher trailing = TRAILING.matcher(text);
        if (trailing.matches() && isCode(trailing.group(2))) {
            return new Split(
                    read(trailing.group(2), reporting), trailing.group(1).strip());
        }
        return new Split(Optional.empty(), text);
    }

    /** A sign of letters must not be part of a word. */
    private static int indexOf(String text, String sign) {
        int at = text.indexOf(sign);
        if (at < 0 || !Character.isLetter(sign.charAt(0))) {
            return at;
        }
        boolean freeBefore = at == 0 || !Character.isLetter(text.charAt(at - 1));
        int end = at + sign.length();
        boolean freeAfter = end == text.length() || !Character.isLetter(text.charAt(end));
        return freeBefore && freeAfter ? at : -1;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != ',' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** {@code Amount spent (EUR)}, {@code Cost USD}, {@code price_eur}, {@code Total €}. */
    static Optional<String> ofHeader(String header, String reporting) {
        String text = header.strip();
        Matcher code = IN_HEADER.matcher(text);
        if (code.find()) {
            for (int group = 1; group <= 3; group++) {
                if (code.group(group) != null && isCode(code.group(group))) {
                    return read(code.group(group), reporting);
                }
            }
        }
        return SIGNS.stream()
                .filter(sign ->
                        !Character.isLetter(sign.getKey().charAt(sign.getKey().length() - 1)))
                .filter(sign -> !sign.getKey().endsWith("."))
                .filter(sign -> indexOf(text, sign.getKey()) >= 0)
                .findFirst()
                .map(sign -> meant(sign.getValue(), reporting));
    }

    /** A header without the currency or the zone that stands behind it in brackets. */
    static String bare(String header) {
        String bare = BRACKETS.matcher(header).replaceFirst("");
        Matcher code = IN_HEADER.matcher(bare);
        return code.find() && ofHeader(bare, "").isPresent() ? bare.substring(0, code.start()) : bare;
    }

    private static final Pattern BRACKETS =
            Pattern.compile("\\s*[(\\[]\\s*(?:[A-Za-z]{3}|[€$£¥]|UTC[+\\-\\d:]*|GMT[+\\-\\d:]*)\\s*[)\\]]\\s*$");
}
