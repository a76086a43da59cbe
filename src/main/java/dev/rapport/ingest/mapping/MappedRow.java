package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactRow;
import dev.rapport.fact.FactType;
import dev.rapport.fact.RejectReason;
import dev.rapport.ingest.file.SkippedLine.Why;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds a row on its way: its fields as they will be stored, and what is wrong with it. */
public final class MappedRow implements FactRow {
    private final FactType target;
    private final @Nullable String[] values;
    private final @Nullable String[] traits;
    /** No key holds it. */
    public static final char ADDRESS_END = '\u001f';

    private final List<RowProblem> problems = new ArrayList<>();
    private final Function<String, String> columnOf;
    private final SurveysOfFile surveys;
    private final MoneyTerms terms;
    private final long line;
    private final ZoneId zone;
    private final DecimalStyle decimals;
    private final Function<String, Optional<int[]>> scales;
    private final List<RowProblem> notes = new ArrayList<>();
    private final Set<String> days = new HashSet<>();
    private @Nullable Why passedOver;
    private @Nullable String person;
    private @Nullable String key;
    private final Map<Integer, String> unconverted = new HashMap<>();
    private @Nullable BigDecimal said;
    private boolean share;
    private @Nullable String address;

    /** @param context what all rows of the file share */
    MappedRow(FactType target, long line, int traits, Context context) {
        this.target = target;
        this.line = line;
        this.values = new @Nullable String[target.fields().size()];
        this.traits = new @Nullable String[traits];
        this.columnOf = context.columnOf();
        this.surveys = context.surveys();
        this.zone = context.zone();
        this.decimals = context.decimals();
        this.terms = context.terms();
        this.scales = context.scales();
    }

    /** What all rows of a file share. */
    record Context(
            Function<String, String> columnOf,
            SurveysOfFile surveys,
            ZoneId zone,
            DecimalStyle decimals,
            MoneyTerms terms,
            Function<String, Optional<int[]>> scales) {}

    @Override
    public @Nullable String get(String field) {
        return values[target.position(field)];
    }

    public @Nullable String value(int position) {
        return values[position];
    }

    /** What its content is known by: what the file says, whatever the rate by which it was converted. */
    @Nullable
    String content(int position) {
        String before = unconverted.get(position);
        return before == null ? values[position] : before;
    }

    FactType target() {
        return target;
    }

    MoneyTerms terms() {
        return terms;
    }

    /** An amount in the reporting currency in place of the row's. */
    void convert(String field, String value) {
        int position = target.position(field);
        String before = values[position];
        if (before != null) {
            unconverted.put(position, before);
        }
        values[position] = value;
    }

    /** The amount before anything was taken off. */
    void setSaid(BigDecimal amount) {
        said = amount;
    }

    Optional<BigDecimal> said() {
        return Optional.ofNullable(said);
    }

    /** Its discount is written with a per cent sign. */
    void setShare() {
        share = true;
    }

    boolean isShare() {
        return share;
    }

    @Override
    public Optional<BigDecimal> number(String field) {
        String value = get(field);
        return value == null ? Optional.empty() : Optional.of(new BigDecimal(value));
    }

    @Override
    public Optional<Instant> moment(String field) {
        String value = get(field);
        return value == null ? Optional.empty() : Optional.of(Instant.parse(value));
    }

    /** The least and the highest score of a survey, where the mapping's answers say them. */
    Optional<int[]> scale(String survey) {
        return scales.apply(survey);
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    DecimalStyle decimals() {
        return decimals;
    }

    /** Keeps in mind that a date came without a time of day. */
    void markDay(String field) {
        days.add(field);
    }

    @Override
    public boolean isDay(String field) {
        return days.contains(field);
    }

    boolean isFaulty(String field) {
        for (RowProblem problem : problems) {
            if (problem.field().equals(field)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void set(String field, @Nullable String value) {
        values[target.position(field)] = value;
    }

    void set(int position, String value) {
        values[position] = value;
    }

    @Override
    public void reject(String field, @Nullable String value, RejectReason reason) {
        problems.add(new RowProblem(field, columnOf.apply(field), value == null ? "" : value, reason));
    }

    /** What seemed wrong is right all the same. */
    void forgive(RowProblem problem) {
        problems.remove(problem);
    }

    /** Says that something of the row is not taken as it stands; the row stays. */
    @Override
    public void note(String field, @Nullable String value, RejectReason reason) {
        notes.add(new RowProblem(field, columnOf.apply(field), value == null ? "" : value, reason));
    }

    public List<RowProblem> notes() {
        return notes;
    }

    SurveysOfFile surveys() {
        return surveys;
    }

    void setPerson(String visitorKey) {
        person = visitorKey;
    }

    /** @param visitorKey of the identity by that address: {@code e:zoe@example.org} */
    void addAddress(String visitorKey) {
        address = address == null ? visitorKey : address + ADDRESS_END + visitorKey;
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

    /** The keys of identities that it names beside a customer number, by address and handle, with {@link #ADDRESS_END} between. */
    public @Nullable String address() {
        return address;
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

    void passOver(Why why) {
        passedOver = why;
    }

    /** Why it is no row of the table, but a total or a note; neither stored nor rejected. */
    public Optional<Why> passedOver() {
        return Optional.ofNullable(passedOver);
    }

    public List<RowProblem> problems() {
        return problems;
    }

    public long line() {
        return line;
    }
}
