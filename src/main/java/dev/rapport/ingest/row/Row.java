package dev.rapport.ingest.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row on its way: its fields as they will be stored, and what is wrong with it. */
public final class Row {
    private final Target target;
    private final @Nullable String[] values;
    private final @Nullable String[] traits;
    private final List<Problem> problems = new ArrayList<>();
    private final Function<String, String> columnOf;
    private final Surveys surveys;
    private final long line;
    private @Nullable String person;
    private @Nullable String key;

    Row(Target target, long line, int traits, Function<String, String> columnOf, Surveys surveys) {
        this.target = target;
        this.line = line;
        this.values = new @Nullable String[target.fields().size()];
        this.traits = new @Nullable String[traits];
        this.columnOf = columnOf;
        this.surveys = surveys;
    }

    public @Nullable String get(String field) {
        return values[target.position(field)];
    }

    public @Nullable String value(int position) {
        return values[position];
    }

    Optional<BigDecimal> number(String field) {
        String value = get(field);
        return value == null ? Optional.empty() : Optional.of(new BigDecimal(value));
    }

    boolean isFaulty(String field) {
        for (Problem problem : problems) {
            if (problem.field().equals(field)) {
                return true;
            }
        }
        return false;
    }

    void set(String field, @Nullable String value) {
        values[target.position(field)] = value;
    }

    void set(int position, String value) {
        values[position] = value;
    }

    void reject(String field, @Nullable String value, Reason reason) {
        problems.add(new Problem(field, columnOf.apply(field), value == null ? "" : value, reason));
    }

    Surveys surveys() {
        return surveys;
    }

    void setPerson(String visitorKey) {
        person = visitorKey;
    }

    void setKey(String wholeKey) {
        key = wholeKey;
    }

    void setTrait(int position, @Nullable String value) {
        traits[position] = value;
    }

    public @Nullable String trait(int position) {
        return traits[position];
    }

    /** The identity it is about: {@code u:4711}. */
    public @Nullable String person() {
        return person;
    }

    /** By what it is recognised; null when each row is new. */
    public @Nullable String key() {
        return key;
    }

    /** How many characters it holds. */
    public int length() {
        int length = 0;
        for (String value : values) {
            length += value == null ? 0 : value.length();
        }
        for (String trait : traits) {
            length += trait == null ? 0 : trait.length();
        }
        return length;
    }

    public List<Problem> problems() {
        return problems;
    }

    public long line() {
        return line;
    }
}
