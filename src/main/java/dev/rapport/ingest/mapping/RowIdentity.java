package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.RejectReason;
import dev.rapport.web.NameKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of a row whom it is about, and by what it is known when it comes again. */
final class RowIdentity {
    private final FactType target;
    private final boolean own;
    private final Optional<List<String>> keyFields;
    private final RowHandles handles;

    /** @param own whether it is a file of ours */
    RowIdentity(FactType target, Mapping mapping, boolean own) {
        this.target = target;
        this.own = own;
        this.keyFields = keyFields(target, mapping);
        this.handles = new RowHandles(target);
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

    void person(MappedRow row) {
        if (target.person() == PersonRule.NONE) {
            return;
        }
        String customer = row.get(FactType.CUSTOMER);
        String email = row.get(FactType.EMAIL);
        String phone = target.has("phone") && customer == null && email == null ? row.get("phone") : null;
        List<String> named = customer == null && email == null ? handles.of(row).toList() : List.of();
        String anonymous = target.has(FactType.ANONYMOUS) ? row.get(FactType.ANONYMOUS) : null;
        if (own && customer != null && OwnFileMapping.isVisitor(customer)) {
            row.setPerson("a:" + customer);
        } else if (customer != null) {
            row.setPerson("u:" + customer);
            if (email != null) {
                row.addAddress("e:" + email(email));
            }
            handles.of(row).forEach(row::addAddress);
        } else if (email != null) {
            row.setPerson("e:" + email(email));
        } else if (phone != null && !phone(phone).isEmpty()) {
            row.setPerson("u:" + phone(phone));
        } else if (!named.isEmpty()) {
            row.setPerson(named.get(0));
        } else if (anonymous != null) {
            row.setPerson("a:" + anonymous);
        } else if (target.person() == PersonRule.NEEDED) {
            row.reject(FactType.CUSTOMER, "", RejectReason.NO_PERSON);
        }
    }

    void key(MappedRow row) {
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

    /** The digits of a number that can be called, and the sign of a foreign one. */
    private static String phone(String text) {
        return text.replaceAll("[^+\\d]", "");
    }

    private static String email(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
