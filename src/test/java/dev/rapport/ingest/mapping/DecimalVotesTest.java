package dev.rapport.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.fact.FactField;
import dev.rapport.fact.RejectReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalVotesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            19.90        | POINT
            1,234.56     | POINT
            1,234,567    | POINT
            1,23,456.70  | POINT
            1 234.5      | POINT
            1'234.500    | POINT
            0.125        | POINT
            .125         | POINT
            1234.567     | POINT
            1.5E+3       | POINT
            $1,299.00    | POINT
            19,90        | COMMA
            1.234,56     | COMMA
            1.234.567    | COMMA
            1\u00a0234,567 | COMMA
            (12,5) \u20ac | COMMA
            -0,5         | COMMA
            1.299        | OPEN_POINT
            12.000       | OPEN_POINT
            US$ 2,450    | OPEN_COMMA
            2,450        | OPEN_COMMA
            -1,299 %     | OPEN_COMMA
            890          | NONE
            1 234        | NONE
            203.0.113.7  | NONE
            198.51.100.4 | NONE
            4.12.1       | NONE
            2024.03.01   | NONE
            01.03.2024   | NONE
            12.34.56     | NONE
            1.234.5      | NONE
            1,2,3        | NONE
            12:30,5      | NONE
            x 1.5        | NONE
            """)
    void aCellSaysWhatItSays(String cell, DecimalVotes.Vote vote) {
        assertThat(DecimalVotes.vote(cell)).isEqualTo(vote);
    }

    @Test
    void whatIsOpenStaysOpen() {
        DecimalVotes votes = votes("1.299", "2.450", "12.000", "890");
        assertThat(votes.style(false)).isEmpty();
        assertThat(votes.isOpen(false)).isTrue();
        assertThat(votes.example()).isEqualTo("1.299");
        assertThat(votes("890", "12").isOpen(false)).isFalse();
    }

    @Test
    void signsOfWholeNumbersGroup() {
        assertThat(votes("9.380", "31.193").style(true)).contains(DecimalStyle.COMMA);
        assertThat(votes("9,380", "12").style(true)).contains(DecimalStyle.POINT);
        assertThat(votes("120.000", "3.000").style(true))
                .as("frames of data write whole numbers so")
                .isEmpty();
    }

    @Test
    void aSlipIsNoSecondStyle() {
        DecimalVotes votes = new DecimalVotes();
        for (int i = 0; i < 99; i++) {
            votes.add(i + ".50");
        }
        votes.add("7,50");
        assertThat(votes.style(false)).contains(DecimalStyle.POINT);
        for (int i = 0; i < 20; i++) {
            votes.add("8,50");
        }
        assertThat(votes.style(false)).isEmpty();
        assertThat(votes.isOpen(false)).isTrue();
    }

    /** Whatever the numbers and their style: each is read as it is, or the column is asked about. */
    @Test
    void numbersAreReadExactlyOrAskedAbout() {
        Random random = new Random(16);
        int asked = 0;
        for (int column = 0; column < 2_000; column++) {
            boolean point = random.nextBoolean();
            DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
            signs.setDecimalSeparator(point ? '.' : ',');
            signs.setGroupingSeparator(
                    point ? ',' : List.of('.', ' ', '\u00a0', '\'').get(random.nextInt(4)));
            String pattern = List.of("#,##0.##", "0.##", "#,##0.00", "0.000", "#,##0.###", "#,##0")
                    .get(random.nextInt(6));
            DecimalFormat format = new DecimalFormat(pattern, signs);
            format.setRoundingMode(RoundingMode.UNNECESSARY);
            int digits = pattern.endsWith("000") || pattern.endsWith("###") ? 3 : pattern.endsWith("#,##0") ? 0 : 2;
            BigDecimal[] numbers = new BigDecimal[1 + random.nextInt(8)];
            String[] cells = new String[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = BigDecimal.valueOf(
                        random.nextLong(2_000_000_000L) / (random.nextBoolean() ? 1 : 10_000), digits);
                cells[i] = format.format(numbers[i]);
            }
            DecimalVotes votes = votes(cells);
            if (votes.isOpen(false)) {
                asked++;
                continue;
            }
            FactField field = FactField.decimal("amount");
            Optional<DecimalStyle> style = votes.style(false);
            ValueReader reader = new ValueReader(java.time.ZoneOffset.UTC, style);
            for (int i = 0; i < numbers.length; i++) {
                assertThat(reader.read(field, cells[i], MomentFormat.YMD).value())
                        .as(List.of(cells) + " as " + style)
                        .isEqualTo(numbers[i].stripTrailingZeros().toPlainString());
            }
        }
        assertThat(asked).isBetween(20, 600);
    }

    /** Where nothing says the style, a cell that could be two numbers is rejected; the others are read. */
    @Test
    void aCellThatComesTooLateIsNotGuessed() {
        ValueReader open = new ValueReader(java.time.ZoneOffset.UTC, Optional.empty());
        FactField amount = FactField.decimal("amount");
        assertThat(open.read(amount, "1.299", MomentFormat.YMD).reason()).contains(RejectReason.DECIMAL_UNCLEAR);
        assertThat(open.read(amount, "890", MomentFormat.YMD).value()).isEqualTo("890");
        assertThat(open.read(amount, "1.299,50", MomentFormat.YMD).value()).isEqualTo("1299.5");
        ValueReader point = new ValueReader(java.time.ZoneOffset.UTC, DecimalStyle.POINT);
        assertThat(point.read(amount, "1.299,50", MomentFormat.YMD).reason()).contains(RejectReason.OTHER_DECIMAL_SIGN);
        assertThat(point.read(amount, "12,5", MomentFormat.YMD).reason()).contains(RejectReason.OTHER_DECIMAL_SIGN);
    }

    private static DecimalVotes votes(String... cells) {
        DecimalVotes votes = new DecimalVotes();
        for (String cell : cells) {
            votes.add(cell);
        }
        return votes;
    }
}
