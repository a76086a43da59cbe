package dev.rapport.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Webform | Web form",
                "DIRECT-OPENING | Direct opening",
                "Chats | Chat",
                "Telehpone | Telephone",
                "Newsleter | newsletter",
                "Self service portl | Self-service portal"
            })
    void spellingsOfOneNameLookAlike(String name, String other) {
        assertThat(NameLikeness.between(name, other)).isTrue();
        assertThat(NameLikeness.between(other, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Store 1 | Store 2",
                "Store A | Store B",
                "Store 東京 | Store 大阪",
                "Store 東京 | Store",
                "C# | C++",
                "LINE 広告 | LINE 問い合わせ",
                "SMS | MMS",
                "Chat | chat",
                "North | South",
                "??? | !!!",
                "Hotline 10 | Hotline 11"
            })
    void othersDoNot(String name, String other) {
        assertThat(NameLikeness.between(name, other)).isFalse();
        assertThat(NameLikeness.between(other, name)).isFalse();
    }
}
