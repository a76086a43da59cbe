package dev.rapport.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.customers.Timeline;
import dev.rapport.query.RowColumn;
import dev.rapport.words.Counted;
import dev.rapport.words.TextFile;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactTextsTest {
    private final TextFile texts = TextFile.in(Locale.ENGLISH, "facts");

    @Test
    void everyTypeFieldColumnAndKindHasItsTextAndNoTextIsLeftOver() throws IllegalAccessException {
        Set<String> wanted = new TreeSet<>();
        for (FactType type : FactTypes.all()) {
            wanted.add("type." + type.key());
            type.mappable().forEach(field -> wanted.add("field." + field.key()));
            if (type.table().isPresent()) {
                wanted.add("use." + type.key() + ".one");
                wanted.add("use." + type.key() + ".other");
            }
            type.rows().ifPresent(list -> list.columns().forEach(column -> wanted.add("column." + column.key())));
        }
        Timeline.KINDS.forEach(line -> wanted.add("timeline." + line.kind()));
        for (var constant : RowColumn.class.getDeclaredFields()) {
            if (Modifier.isStatic(constant.getModifiers()) && constant.getType() == RowColumn.class) {
                wanted.add("column." + ((RowColumn) constant.get(null)).key());
            }
        }
        assertThat(texts.keys()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void noTextIsEmpty() {
        assertThat(texts.keys())
                .allSatisfy(key -> assertThat(texts.text(key))
                        .hasValueSatisfying(text -> assertThat(text).isNotBlank()));
    }

    @Test
    void countsInTheFormThatGoesWithTheNumber() {
        assertThat(Stream.of(new Counted("1", "one"), new Counted("1,200", "other"), new Counted("3", "few"))
                        .map(count -> FactTexts.use("calls", count, Locale.ENGLISH)))
                .containsExactly("1 call", "1,200 calls", "3 calls");
    }

    @Test
    void saysAFieldThatIsNoneAsItIsWritten() {
        assertThat(FactTexts.field("answered", Locale.ENGLISH)).isEqualTo("Answered");
        assertThat(FactTexts.field("no such", Locale.ENGLISH)).isEqualTo("no such");
    }
}
