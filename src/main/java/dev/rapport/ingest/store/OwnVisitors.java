package dev.rapport.ingest.store;

import dev.rapport.fact.FactTable;
import org.jdbi.v3.core.Handle;

/**
 * Knows people without a number again when a download comes back to where it was made. Their row is known by its key, and
 * what the file calls them, by the number that they have here; in another database neither is so.
 */
final class OwnVisitors {
    private static final String SOME = "select exists (select from import_stage where person like 'a:visitor %')";

    private static final String SAME = """
            update import_stage as staged set person = visitor.key
            from %s as fact
            join visitor on visitor.id = fact.visitor_id
            join person on person.id = visitor.person_id
            where staged.person = 'a:visitor ' || person.id and person.external_id is null
              and fact.current and plain_key(fact.key) = staged.key
            """;

    private OwnVisitors() {}

    static void recognise(Handle handle, FactTable fact) {
        if (fact.hasPerson() && handle.select(SOME).mapTo(Boolean.class).one()) {
            handle.execute(SAME.formatted(fact.name()));
        }
    }
}
