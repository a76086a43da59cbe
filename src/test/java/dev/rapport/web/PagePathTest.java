package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagePathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | /",
                "// | /",
                "/a/ | /a",
                "/a// | /a",
                "/a//b///c | /a/b/c",
                "/caf%c3%a9 | /café",
                "/caf%C3%A9/ | /café",
                "/cafe%CC%81 | /café",
                "/%7Euser/%41 | /~user/A",
                "/a%2fb | /a%2Fb",
                "/a%20b | /a%20b",
                "'/a b' | /a%20b",
                "/100%25 | /100%25",
                "/100% | /100%",
                "/%zz | /%zz",
                "/%ff%41 | /%FF%41",
                "/a%2Cb(1) | /a,b(1)",
                "/%E6%9D%B1%E4%BA%AC | /東京",
                "/a/index.html | /a/index.html",
                "/Offers | /Offers",
                "/a%00b | /a%00b",
                "/a%3Fb | /a%3Fb",
                "home | home",
                "'' | ''"
            })
    void aPageHasOneSpelling(String path, String spelling) {
        assertThat(PagePath.of(path, false)).isEqualTo(spelling);
        assertThat(PagePath.of(spelling, false)).as("it is its own").isEqualTo(spelling);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/", "/a", "/"})
    void aSlashAtTheEndMattersWhereItIsSaid(String path) {
        assertThat(PagePath.of(path, true)).isEqualTo(path);
    }
}
