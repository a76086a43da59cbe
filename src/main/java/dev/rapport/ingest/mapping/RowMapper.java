package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FieldKind;
import dev.rapport.fact.RejectReason;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.TableHeader;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.Mapping.RowFilter;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import dev.rapport.voice.AnswerWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Maps the records of one table to rows of the target. One for each header. */
public final class RowMapper {
    private static final int LONGEST_TRAIT = 200;

    private final FactType target;
    private final Mapping mapping;
    private final TableHeader header;
    private final ZoneId zone;
    private final ValueReader constants;
    private final List<BoundField> bound = new ArrayList<>();
    private final ValueRemarks remarks;
    private final MappedRow.Context context;
    private final int[] required;
    private final int[] traits;
    private final RowProperties properties;
    private final Set<String> nullWords;
    private final RowIdentity identity;
    private final FrameRows frames;
    private final boolean looksAtAll;
    private final int filterColumn;
    private final Set<String> filterValues;
    private final MoneyTerms terms;
    private final Optional<Continuation> continuation;

    public RowMapper(FactType target, Mapping mapping, TableHeader header, ZoneId zone, SurveysOfFile surveys) {
        this(target, mapping, header, zone, surveys, ExchangeRates.NONE);
    }

    /** @throws RefusedException when the table has not got a column that is mapped */
    public RowMapper(
            FactType target,
            Mapping mapping,
            TableHeader header,
            ZoneId zone,
            SurveysOfFile surveys,
            ExchangeRates rates) {
        this(target, mapping, header, zone, surveys, rates, ValueRemarks.ignored());
    }

    /**
     * @param rates by which amounts become the reporting currency
     * @param remarks where it notes what is odd though it can be read
     * @throws RefusedException when the table has not got a column that is mapped
     */
    public RowMapper(
            FactType target,
            Mapping mapping,
            TableHeader header,
            ZoneId zone,
            SurveysOfFile surveys,
            ExchangeRates rates,
            ValueRemarks remarks) {
        this.remarks = remarks;
        this.target = target;
        this.mapping = mapping;
        this.header = header;
        this.zone = zone;
        this.constants = new ValueReader(zone, DecimalStyle.POINT);
        this.terms = MoneyTerms.of(mapping, rates, zone);
        this.continuation = Continuation.of(target, mapping, header);
        this.context = new MappedRow.Context(
                this::columnOf,
                surveys,
                zone,
                DecimalStyle.of(mapping.decimal()).orElse(DecimalStyle.POINT),
                terms,
                mapping.answers().isEmpty()
                        ? survey -> Optional.empty()
                        : survey -> ScaleQuestions.answered(mapping, survey));
        for (FactField field : target.mappable()) {
            mapping.binding(field.key()).ifPresent(binding -> bound.add(bind(field, binding)));
        }
        this.required = IntStream.range(0, target.fields().size())
                .filter(i -> target.fields().get(i).required())
                .toArray();
        this.traits = mapping.traits().stream()
                .map(TraitColumn::column)
                .mapToInt(this::column)
                .toArray();
        this.nullWords = new HashSet<>(mapping.nullWords());
        this.properties = new RowProperties(target, mapping, this::column, nullWords);
        this.identity =
                new RowIdentity(target, mapping, target.ownFile(header.names()).isPresent());
        this.frames = new FrameRows(target, mapping, header);
        this.looksAtAll = frames.looksAtAll();
        RowFilter filter = mapping.filter();
        this.filterColumn = filter == null ? -1 : column(filter.column());
        this.filterValues = filter == null ? Set.of() : new HashSet<>(filter.values());
    }

    private BoundField bind(FactField field, Binding binding) {
        int[] columns = binding.columns().stream().mapToInt(this::column).toArray();
        MomentFormat format = binding.format() == null ? MomentFormat.YMD : binding.format();
        Map<String, String> values = field.key().equals(TicketStates.field().key())
                ? TicketStates.answered(mapping, binding.values())
                : BoundField.isScore(field) ? AnswerFaults.byKey(binding.values()) : binding.values();
        return new BoundField(
                field,
                target.position(field.key()),
                columns,
                columnOf(field.key()),
                binding.constant(),
                answered(field, values),
                format,
                reader(binding));
    }

    private ValueReader reader(Binding binding) {
        return new ValueReader(zone, DecimalStyle.of(binding.decimal()).or(() -> DecimalStyle.of(mapping.decimal())));
    }

    /** Words that the file left open, in the meaning that was answered. */
    private Map<String, String> answered(FactField field, Map<String, String> known) {
        Optional<ImportQuestion.Kind> asked = MoneyQuestions.kind(field);
        if (asked.isEmpty()) {
            return known;
        }
        Map<String, String> values = new LinkedHashMap<>(known);
        String prefix = asked.get().name() + ":";
        mapping.answers().forEach((question, answer) -> {
            if (question.startsWith(prefix)) {
                values.putIfAbsent(question.substring(prefix.length()), answer);
            }
        });
        return values;
    }

    private int column(String name) {
        return header.position(name).orElseThrow(() -> new RefusedException(Refusal.COLUMN_MISSING, name));
    }

    /** @return empty when the filter leaves the record out */
    public Optional<MappedRow> map(List<String> record, long line) {
        List<String> cells = record;
        MappedRow row = new MappedRow(target, line, traits.length, context);
        int missing = header.size() - cells.size();
        if (missing > 0) {
            row.reject("", "", RejectReason.FEWER_COLUMNS);
            return Optional.of(row);
        }
        for (int i = header.size(); i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                row.reject("", cells.get(i), RejectReason.MORE_COLUMNS);
                return Optional.of(row);
            }
        }
        RowFilter filter = mapping.filter();
        if (filter != null && filterValues.contains(cells.get(filterColumn).strip()) == filter.not()) {
            return Optional.empty();
        }
        if (continuation.isPresent()) {
            cells = continuation.get().complete(cells);
        }
        beside = null;
        for (BoundField one : bound) {
            read(row, one, cells);
        }
        MoneyConversion.name(row, beside);
        identity.person(row);
        RowRules.apply(target, row);
        MoneyConversion.convert(row);
        MoneyConversion.withoutRate(row).ifPresent(currency -> remarks.withoutRate(currency, line));
        for (int i : required) {
            String field = target.fields().get(i).key();
            if (row.value(i) == null && !row.isFaulty(field)) {
                row.reject(field, "", RejectReason.MISSING);
            }
        }
        identity.key(row);
        for (int i = 0; i < traits.length; i++) {
            row.setTrait(i, trait(row, cells.get(traits[i]), i));
        }
        if (!row.problems().isEmpty() || looksAtAll) {
            frames.why(row, cells).ifPresent(row::passOver);
        }
        if (row.passedOver().isEmpty()) {
            remark(row);
        }
        properties.keep(row, cells);
        return Optional.of(row);
    }

    /** The currency that stands beside an amount of the row that is being read. */
    private @Nullable String beside;

    /** An amount without the currency that stands beside it. */
    private String amount(MappedRow row, FactField field, String text) {
        if (field.key().equals("discount") && text.indexOf('%') >= 0) {
            row.setShare();
        }
        Currencies.Split split = Currencies.split(text, terms.rates().reporting());
        if (split.currency().isPresent()) {
            String currency = split.currency().get();
            if (beside != null && !beside.equals(currency) && !field.key().startsWith("converted")) {
                row.reject(field.key(), text, RejectReason.CURRENCIES_DIFFER);
            }
            beside = beside == null && !field.key().startsWith("converted") ? currency : beside;
        }
        return split.number();
    }

    private void read(MappedRow row, BoundField one, List<String> cells) {
        String raw = one.raw(cells);
        String text = raw.strip();
        boolean given = one.isConstant();
        if (!given && !nullWords.isEmpty() && nullWords.contains(text)) {
            text = "";
        }
        String mapped = one.mapped(text);
        given |= mapped != null;
        if (mapped != null && one.isWorded(text)) {
            row.set("given", AnswerWords.key(text));
        }
        text = mapped == null ? text : mapped;
        if (text.isEmpty()) {
            return;
        }
        text = MoneyConversion.is(one.field()) ? amount(row, one.field(), text) : text;
        // what the user wrote (constants, replacements) is ISO and with a point
        ValueReader.Result result = given
                ? constants.read(one.field(), text, MomentFormat.YMD)
                : one.reader().read(one.field(), text, one.format());
        if (result.reason().isPresent()) {
            row.reject(one.field().key(), raw, result.reason().get());
        } else {
            row.set(one.position(), result.value());
            if (one.field().kind() == FieldKind.MOMENT && !TimeOfDay.isGiven(text, one.format())) {
                row.markDay(one.field().key());
            }
        }
    }

    private void remark(MappedRow row) {
        for (BoundField one : bound) {
            String value = one.isConstant() ? null : row.value(one.position());
            if (value != null) {
                remarks.look(one.field(), one.name(), value, row.line());
            }
        }
    }

    private @Nullable String trait(MappedRow row, String cell, int position) {
        String text = ValueReader.id(cell.strip());
        if (text.isEmpty() || nullWords.contains(text)) {
            return null;
        }
        if (text.length() > LONGEST_TRAIT) {
            TraitColumn trait = mapping.traits().get(position);
            row.reject(trait.column(), text, RejectReason.TOO_LONG);
        }
        return text;
    }

    private String columnOf(String field) {
        if (field.isEmpty()) {
            return "";
        }
        return mapping.binding(field)
                .filter(binding -> !binding.columns().isEmpty())
                .map(binding -> String.join(" + ", binding.columns()))
                .orElse(field);
    }
}
