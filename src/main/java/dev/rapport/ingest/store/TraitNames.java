package dev.rapport.ingest.store;

import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import dev.rapport.web.NameKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Finds the trait that a mapping's column means: {@code Tier} of one file is {@code tier} of another. */
final class TraitNames {
    /** From one name to the next along the index: people have many traits, of few names. */
    private static final String KNOWN = """
            with recursive known as (
                select min(trait) as trait from person_trait
                union all
                select (select min(trait) from person_trait where trait > known.trait) from known where trait is not null)
            select trait from (
                select trait, id from segment_group where trait is not null
                union all
                select trait, null from known where trait is not null and trait not like '$%'
            ) as named order by id nulls last, trait
            """;

    private TraitNames() {}

    /** The mapping with the names under which its traits are known. Two columns never become one trait. */
    static Mapping asKnown(Handle handle, Mapping mapping) {
        if (mapping.traits().isEmpty()) {
            return mapping;
        }
        Map<String, String> known = known(handle);
        Set<String> taken = new HashSet<>();
        mapping.traits().forEach(trait -> taken.add(trait.trait().strip()));
        List<TraitColumn> traits = new ArrayList<>();
        for (TraitColumn trait : mapping.traits()) {
            String written = trait.trait().strip();
            String name = known.getOrDefault(NameKey.of(written), written);
            boolean free = name.equals(written) || taken.add(name);
            traits.add(new TraitColumn(trait.column(), free ? name : written, trait.dated(), trait.group()));
        }
        return mapping.withTraits(traits);
    }

    private static Map<String, String> known(Handle handle) {
        Map<String, String> known = new HashMap<>();
        handle.select(KNOWN).mapTo(String.class).forEach(name -> known.putIfAbsent(NameKey.of(name), name));
        return known;
    }
}
