package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FieldKind;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.RejectReason;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.TableHeader;
import dev.rapport.ingest.mapping.Mapping.Binding;
import dev.rapport.ingest.mapping.Mapping.RowFilter;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import dev.rapport.web.NameKey;
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
    /** As the hint beside the replacements writes it. */
    private static final String NOTHING = "(nothing)";

    /** A field and where it comes from. */
    private record Bound(
            FactField field,
            int position,
            int[] columns,
            String name,
            @Nullable String constant,
            Map<String, String> values,
            MomentFormat format,
            ValueReader reader) {}

    private final FactType target;
    private final Mapping mapping;
    private final TableHeader header;
    private final ZoneId zone;
    private final ValueReader constants;
    private final List<Bound> bound = new ArrayList<>();
    private final ValueRemarks remarks;
    private final MappedRow.Context context;
    private final int[] required;
    private final int[] traits;
    private final int[] properties;
    private final Set<String> nullWords;
    private final Optional<List<String>> keyFields;
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
        this.properties = mapping.properties().stream().mapToInt(this::column).toArray();
        this.nullWords = new HashSet<>(mapping.nullWords());
        this.keyFields = keyFields(target, mapping);
        this.frames = new FrameRows(target, mapping, header);
        this.looksAtAll = frames.looksAtAll();
        RowFilter filter = mapping.filter();
        this.filterColumn = filter == null ? -1 : column(filter.column());
        this.filterValues = filter == null ? Set.of() : new HashSet<>(filter.values());
    }

    private Bound bind(FactField field, Binding binding) {
        int[] columns = binding.columns().stream().mapToInt(this::column).toArray();
        MomentFormat format = binding.format() == null ? MomentFormat.YMD : binding.format();
        Map<String, String> values = field.key().equals(TicketStates.field().key())
                ? TicketStates.answered(mapping, binding.values())
                : binding.values();
        return new Bound(
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

    /** The fields that make the key; empty when each row is new. */
    static Optional<List<String>> keyFields(FactType target, Mapping mapping) {
        if (mapping.repeats(target) == KeyRepeat.EACH) {
            return Optional.empty();
        }
        return target.keyFields().stream()
                .filter(fields -> fields.stream().anyMatch(field -> isInFile(field, mapping)))
                .findFirst();
    }

    private static boolean isInFile(String field, Mapping mapping) {
        return field.equals(FactType.PERSON)
                ? mapping.isFromColumns(FactType.CUSTOMER) || mapping.isFromColumns(FactType.EMAIL)
                : mapping.isFromColumns(field);
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
        for (Bound one : bound) {
            read(row, one, cells);
        }
        MoneyConversion.name(row, beside);
        person(row);
        RowRules.apply(target, row);
        MoneyConversion.convert(row);
        MoneyConversion.withoutRate(row).ifPresent(currency -> remarks.withoutRate(currency, line));
        for (int i : required) {
            String field = target.fields().get(i).key();
            if (row.value(i) == null && !row.isFaulty(field)) {
                row.reject(field, "", RejectReason.MISSING);
            }
        }
        key(row);
        for (int i = 0; i < traits.length; i++) {
            row.setTrait(i, trait(row, cells.get(traits[i]), i));
        }
        if (!row.problems().isEmpty() || looksAtAll) {
            frames.why(row, cells).ifPresent(row::passOver);
        }
        if (row.passedOver().isEmpty()) {
            remark(row);
        }
        if (properties.length > 0 && target.has("properties")) {
            row.set("properties", json(cells));
        }
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

    private void read(MappedRow row, Bound one, List<String> cells) {
        String raw = raw(one, cells);
        String text = raw.strip();
        boolean given = one.columns().length == 0;
        if (!given && !nullWords.isEmpty() && nullWords.contains(text)) {
            text = "";
        }
        String mapped = mapped(one, text);
        given |= mapped != null;
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
        for (Bound one : bound) {
            String value = one.columns().length == 0 ? null : row.value(one.position());
            if (value != null) {
                remarks.look(one.field(), one.name(), value, row.line());
            }
        }
    }

    private static String raw(Bound one, List<String> cells) {
        if (one.columns().length == 0) {
            return one.constant() == null ? "" : one.constant();
        }
        if (one.columns().length == 1) {
            return cells.get(one.columns()[0]);
        }
        List<String> parts = new ArrayList<>();
        for (int column : one.columns()) {
            parts.add(
                    one.field().key().equals(FactType.KEY)
                            ? ValueReader.id(cells.get(column).strip())
                            : cells.get(column).strip());
        }
        return String.join(one.field().key().equals(FactType.KEY) ? "|" : " ", parts);
    }

    private static @Nullable String mapped(Bound one, String text) {
        if (one.values().isEmpty() || one.columns().length == 0) {
            return null;
        }
        String plain = ValueReader.id(text);
        for (String written : new String[] {text, plain}) {
            if (one.values().containsKey(written)) {
                String value = one.values().get(written);
                return value == null || value.strip().equals(NOTHING) ? "" : value.strip();
            }
        }
        return text.isEmpty() ? null : one.values().get("*");
    }

    private void person(MappedRow row) {
        if (target.person() == PersonRule.NONE) {
            return;
        }
        String customer = row.get(FactType.CUSTOMER);
        String email = row.get(FactType.EMAIL);
        String phone = target.has("phone") && customer == null && email == null ? row.get("phone") : null;
        String anonymous = target.has(FactType.ANONYMOUS) ? row.get(FactType.ANONYMOUS) : null;
        if (customer != null) {
            row.setPerson("u:" + customer);
            if (email != null) {
                row.setAddress(RowRules.email(email));
            }
        } else if (email != null) {
            row.setPerson("e:" + RowRules.email(email));
        } else if (phone != null && !RowRules.phone(phone).isEmpty()) {
            row.setPerson("u:" + RowRules.phone(phone));
        } else if (anonymous != null) {
            row.setPerson("a:" + anonymous);
        } else if (target.person() == PersonRule.NEEDED) {
            row.reject(FactType.CUSTOMER, "", RejectReason.NO_PERSON);
        }
    }

    private void key(MappedRow row) {
        if (keyFields.isEmpty()) {
            return;
        }
        StringBuilder key = new StringBuilder();
        boolean any = false;
        for (String field : keyFields.get()) {
            String value = keyPart(row, field);
            any |= value != null && !value.isEmpty();
            key.append(key.isEmpty() ? "" : "|").append(value == null ? "" : value);
        }
        if (!any && row.problems().isEmpty()) {
            row.reject(keyFields.get().get(0), "", RejectReason.KEY_MISSING);
        }
        row.setKey(key.toString());
    }

    private @Nullable String keyPart(MappedRow row, String field) {
        if (field.equals(FactType.PERSON)) {
            return row.person();
        }
        String value = row.get(field);
        if (value == null) {
            return null;
        }
        return switch (target.field(field).kind()) {
            case MOMENT -> String.valueOf(IsoMoment.micros(value));
            // campaigns and plans: a name in another spelling is the same
            case TEXT -> NameKey.of(value);
            default -> value;
        };
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

    private String json(List<String> cells) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < properties.length; i++) {
            String text = cells.get(properties[i]).strip();
            if (!text.isEmpty() && !nullWords.contains(text)) {
                kept.put(mapping.properties().get(i), text);
            }
        }
        return MappingJson.object(kept);
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
