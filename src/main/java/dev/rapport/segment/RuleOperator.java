package dev.rapport.segment;

import java.util.Optional;
import java.util.stream.Stream;

/** Names how a condition compares. */
enum RuleOperator {
    AT_LEAST("at-least", true),
    AT_MOST("at-most", true),
    BETWEEN("between", true),
    IS("is", false),
    IS_NOT("is-not", false);

    final String key;
    final boolean ofNumbers;

    RuleOperator(String key, boolean ofNumbers) {
        this.key = key;
        this.ofNumbers = ofNumbers;
    }

    static Optional<RuleOperator> find(String key) {
        return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
    }
}
