package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.FreshDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spring_Sale | spring_sale",
                "STRASSE | Straße",
                "STRAẞE | strasse",
                "ΟΔΟΣ | οδος",
                "Caf\u00e9 | CAFE\u0301",
                "ＬＩＮＥ 広告 | line 広告",
                "'  Two   words ' | two words",
                "no\u00a0break | No Break",
                "ИМЯ | имя",
                "ﬁne | FINE",
                "İstanbul | i\u0307stanbul"
            })
    void sameLettersAreOneName(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Too expensive!! | '  too   EXPENSIVE'",
                "'\u201ePréis\u201c' | preis",
                "(missing feature). | Missing Feature",
                "Żółw | żółw",
                "¿Muy caro? | MUY CARO",
                "C++ | c++",
                "??? | ???",
                "5 € | '5 €.'"
            })
    void inOnesOwnWordsAccentsAndMarksAtTheEndsMakeNoDifference(String one, String other) {
        assertThat(NameKey.loose(one)).isEqualTo(NameKey.loose(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"C++ | C", "not needed | needed", "5 € | 5 $", "ガ | カ", "price/value | price value", "??? | !!!"})
    void otherWordsAreOtherReasons(String one, String other) {
        assertThat(NameKey.loose(one)).isNotEqualTo(NameKey.loose(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C# | C++",
                "C | C#",
                "Store 東京 | Store 大阪",
                "Café | Cafe",
                "a-b | a b",
                "25 | 25+",
                "-5% | 5",
                "ılık | ilik",
                "LINE 広告 | LINE",
                "plan:a | plan a"
            })
    void otherLettersAreAnotherName(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 200, 1_000})
    void nothingIsCut(int length) {
        String long_ = "n".repeat(length);

        assertThat(NameKey.of(long_ + "1")).isNotEqualTo(NameKey.of(long_ + "2"));
    }

    @Test
    void blankIsNoName() {
        assertThat(List.of("", "  ", "\u00a0\t\u3000"))
                .allMatch(blank -> NameKey.of(blank).isEmpty());
    }

    @Test
    void aKeyIsItsOwnKey() {
        assertThat(IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                        .filter(letter -> Character.isLetter(letter))
                        .mapToObj(Character::toString)
                        .filter(letter -> !NameKey.of(NameKey.of(letter)).equals(NameKey.of(letter))))
                .isEmpty();
    }

    /**
     * Migrations give names that were stored before their keys by PostgreSQL's folding; both have to say the same. Cherokee is
     * left out: Unicode folds it to its upper case, here it is lower case, and each is true to itself.
     */
    @Test
    void saysWhatTheDatabaseSays() throws SQLException {
        String[] letters = IntStream.rangeClosed(0x21, 0x1ffff)
                .filter(Character::isLetter)
                .filter(letter -> Character.UnicodeScript.of(letter) != Character.UnicodeScript.CHEROKEE)
                .mapToObj(Character::toString)
                .toArray(String[]::new);
        try (var connection = FreshDatabase.create().getConnection();
                var statement = connection.prepareStatement("""
                        select letter, btrim(normalize(casefold(normalize(letter, nfkc) collate pg_unicode_fast), nfkc))
                        from unnest(?) as letter
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", letters));
            try (var row = statement.executeQuery()) {
                StringBuilder others = new StringBuilder();
                while (row.next()) {
                    if (!NameKey.of(row.getString(1)).equals(row.getString(2))) {
                        others.append(row.getString(1));
                    }
                }
                assertThat(others.toString()).isEmpty();
            }
        }
    }
}
