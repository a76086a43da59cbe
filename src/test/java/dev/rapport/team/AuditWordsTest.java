package dev.rapport.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.PseudoLocale;
import dev.rapport.words.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditWordsTest {
    private static final Locale READER = Locale.forLanguageTag(PseudoLocale.TAG);
    private static final Pattern SAID = Pattern.compile("AuditWords\\s*\\.word\\(\\s*([^;]{0,120})");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z_]+)\"(?!\\s*\\+)");

    @Test
    void wordsAreTheReadersAndDataIsAsItWas() {
        String detail = "$1 \\ Chat " + AuditWords.word("up") + ", " + AuditWords.word("at-least", "80 $2");
        assertThat(AuditWords.text(detail, Locale.ENGLISH)).isEqualTo("$1 \\ Chat up, at least 80 $2");
        assertThat(AuditWords.text(detail, READER))
                .startsWith("$1 \\ Chat ")
                .endsWith(" 80 $2")
                .doesNotContain("up", "least");
    }

    @Test
    void whatWasKeptBeforeReadsAsItDid() {
        assertThat(AuditWords.text("Chat up; {0} [x]", READER)).isEqualTo("Chat up; {0} [x]");
        assertThat(AuditWords.text("", READER)).isEmpty();
    }

    @Test
    void aWordThatIsNoMoreIsShownByItsKey() {
        assertThat(AuditWords.text(AuditWords.word("no-such-word", 7), READER)).isEqualTo("no such word 7");
    }

    @Test
    void marksInDataDoNotBreakTheWordAroundThem() {
        assertThat(AuditWords.text(AuditWords.word("of_trait", "⟦up⟧"), Locale.ENGLISH))
                .isEqualTo("from up");
    }

    @Test
    void everyWordThatIsWrittenHasAText() throws IOException {
        Set<String> keys = TextFile.in(Locale.ENGLISH, "audit").keys();
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (Path file : sources()) {
            for (var said : SAID.matcher(Files.readString(file)).results().toList()) {
                for (var literal : LITERAL.matcher(said.group(1)).results().toList()) {
                    found++;
                    if (!keys.contains("word_" + literal.group(1))) {
                        missing.add(literal.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(15);
        assertThat(keys)
                .containsAll(List.of(
                        "word_rule_auto",
                        "word_rule_orders",
                        "word_rule_subscription",
                        "word_size_small",
                        "word_size_large"));
        assertThat(keys)
                .containsAll(Stream.of("visit", "page", "event", "order", "ticket")
                        .map(kind -> "word_step_" + kind)
                        .toList());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src", "main", "java"))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
