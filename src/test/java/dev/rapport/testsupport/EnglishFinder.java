package dev.rapport.testsupport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds words in plain letters where a page has texts for people: between tags and in the attributes that are read. */
public final class EnglishFinder {
    private static final Pattern READ_ATTRIBUTE =
            Pattern.compile("\\s(?:aria-label|title|placeholder|alt|data-confirm)=\"([^\"]*)\"");
    private static final Pattern NOT_READ =
            Pattern.compile("(?s)<script.*?</script>|<svg.*?</svg>|<code.*?</code>|<!--.*?-->|<!DOCTYPE[^>]*>");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,}(?:[ ',.]+[A-Za-z]+)*");

    /** How the locale writes days and sums, and names that no language changes. */
    private static final Pattern WRITTEN_BY_THE_LOCALE = Pattern.compile(
            "\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|AM|PM|UTC)\\b"
                    + "|\\b[A-Z][a-z]+/[A-Z][A-Za-z_]+\\b");

    /** Names that programs read: ticket_volume, utm_source, www.example.com. NOT_FOUND is what Qute says of a missing text. */
    private static final Pattern READ_BY_PROGRAMS =
            Pattern.compile("\\b(?!NOT_FOUND)\\w+_\\w+\\b|\\b(?:\\w+\\.)+(?:com|org)\\b|\\bhttps?\\b");

    private final List<Known> data;

    /** @param text is looked for first: most of it is on no page */
    private record Known(String text, Pattern whole) {}

    /** @param data what people and imports have put in, which no bundle can hold */
    public EnglishFinder(Set<String> data) {
        this.data = data.stream()
                .map(String::strip)
                .filter(text -> text.length() > 1)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(text -> new Known(text, Pattern.compile("(?<![A-Za-z])" + Pattern.quote(text) + "(?![A-Za-z])")))
                .toList();
    }

    public List<String> english(String page) {
        String read = NOT_READ.matcher(page).replaceAll(" ");
        Stream<String> attributes = READ_ATTRIBUTE.matcher(read).results().map(found -> found.group(1));
        Stream<String> texts = Stream.of(TAG.split(read));
        return Stream.concat(texts, attributes)
                .map(EnglishFinder::unescaped)
                .filter(text -> WORDS.matcher(text).find())
                .map(this::withoutData)
                .flatMap(text -> WORDS.matcher(text).results().map(MatchResult::group).toList().stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String withoutData(String text) {
        String rest = READ_BY_PROGRAMS
                .matcher(WRITTEN_BY_THE_LOCALE.matcher(text).replaceAll("·"))
                .replaceAll("·");
        for (Known known : data) {
            if (rest.contains(known.text)) {
                rest = known.whole.matcher(rest).replaceAll("·");
            }
        }
        return rest;
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
