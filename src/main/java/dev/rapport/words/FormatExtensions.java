package dev.rapport.words;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Formats numbers and dates in templates, in the reader's language: {@code {format:count(rows)}}, {@code
 * {format:day(since)}}.
 */
@TemplateExtension(namespace = "format")
final class FormatExtensions {
    private static final String LOCALE = "locale";

    private FormatExtensions() {}

    static String count(Number value, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return numbers(locale).count(value.longValue());
    }

    static String decimal(BigDecimal value, int decimals, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return numbers(locale).decimal(value, decimals);
    }

    static String percent(BigDecimal value, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return numbers(locale).percent(value, 1);
    }

    static String money(BigDecimal value, String currency, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return numbers(locale).money(value, currency);
    }

    static Counted counted(Number value, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return numbers(locale).counted(value.longValue());
    }

    static String duration(Duration value, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return numbers(locale).duration(BigDecimal.valueOf(value.toMillis(), 3));
    }

    static String bytes(Number value, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return numbers(locale).bytes(value.longValue());
    }

    static String day(LocalDate value, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return dates(locale).day(value);
    }

    static String moment(Instant value, ZoneId zone, @TemplateAttribute(LOCALE) @Nullable Object locale) {
        return dates(locale).moment(value, zone);
    }

    static String language(@TemplateAttribute(LOCALE) @Nullable Object locale) {
        return Languages.spoken(Optional.ofNullable(locale)).toLanguageTag();
    }

    static String direction(@TemplateAttribute(LOCALE) @Nullable Object locale) {
        return Languages.isRightToLeft(Languages.spoken(Optional.ofNullable(locale))) ? "rtl" : "ltr";
    }

    private static NumberFormats numbers(@Nullable Object locale) {
        return new NumberFormats(Languages.spoken(Optional.ofNullable(locale)));
    }

    private static DateFormats dates(@Nullable Object locale) {
        return new DateFormats(Languages.spoken(Optional.ofNullable(locale)));
    }
}
