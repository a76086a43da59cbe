package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnfinishedSignInsTest {
    @Test
    void theOldestOfManyAreForgotten() {
        List<String> old = UnfinishedSignIns.old(List.of("rapport-form=x; " + begun(60)), "");

        assertThat(old).hasSize(40).startsWith("q_auth_0").endsWith("q_auth_39");
    }

    @Test
    void aFewMayGoOnSideBySide() {
        assertThat(UnfinishedSignIns.old(List.of("q_session=s", begun(UnfinishedSignIns.MOST)), ""))
                .isEmpty();
    }

    @Test
    void theOneThatEndsNowIsKept() {
        assertThat(UnfinishedSignIns.old(List.of(begun(22)), "_1")).containsExactly("q_auth_0");
    }

    private static String begun(int count) {
        return IntStream.range(0, count).mapToObj(i -> "q_auth_" + i + "=a|b").collect(Collectors.joining("; "));
    }
}
