package dev.rapport.ingest.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final ZoneId zone;
    private final DecimalStyle decimals;
    private final List<Problem> notes = new ArrayList<>();
    private final Set<String> days = new HashSet<>();
    private @Nullable String person;
    private @Nullable String key;

    /** @param context what all rows of the file share */
    Row(Target target, long line, int traits, Context context) {
        this.target = target;
        this.line = line;
        this.values = new @Nullable String[target.fields().size()];
        this.traits = new @Nullable String[traits];
        this.columnOf = context.columnOf();
        this.surveys = context.surveys();
        this.zone = context.zone();
        this.decimals = context.decimals();
    }

    /** What all rows of a file share. */
    record Context(Function<String, String> columnOf, Surveys surveys, ZoneId zone, DecimalStyle decimals) {}

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

    Optional<Instant> moment(String field) {
        String value = get(field);
        return value == null ? Optional.empty() : Optional.of(Instant.parse(value));
    }

    ZoneId zone() {
        return zone;
    }

    DecimalStyle decimals() {
        return decimals;
    }

    /** Keeps in mind that a date came without a time of day. */
    void markDay(String field) {
        days.add(field);
    }

    boolean isDay(String field) {
        return days.contains(field);
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

    /** Says that something of the row is not taken as it stands; the row stays. */
    void note(String field, @Nullable String value, Reason reason) {
        notes.add(new Problem(field, columnOf.apply(field), value == null ? "" : value, reason));
    }

    public List<Problem> notes() {
        return notes;
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
