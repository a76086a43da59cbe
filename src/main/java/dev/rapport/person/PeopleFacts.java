package dev.rapport.person;

import static dev.rapport.fact.FactField.moment;
import static dev.rapport.fact.FactField.text;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.SharedFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes what lists of customers say. */
public final class PeopleFacts extends FactType {
    private static final List<FactField> FIELDS = List.of(
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            text("name", 300).like("full name", "customer name", "contact name"),
            moment("since").like("signed up|signup date|created at|customer since|registered"));

    public PeopleFacts() {
        super("people", FIELDS);
    }

    @Override
    public PersonRule person() {
        return PersonRule.NEEDED;
    }

    @Override
    public Optional<String> at() {
        return Optional.of("since");
    }

    @Override
    public List<List<String>> keyFields() {
        return List.of(List.of(CUSTOMER), List.of(EMAIL));
    }

    @Override
    public Set<String> telling() {
        return Set.of("since", "name");
    }
}
