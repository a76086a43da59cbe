package dev.rapport.query;

import dev.rapport.cube.read.SliceFilter;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.fact.RowList;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists the rows of fact types as they describe them. */
@Singleton
final class FactTypeRows implements RowSource {
    private static final Map<String, FactType> TYPES = FactTypes.all().stream()
            .filter(type -> type.rows().isPresent())
            .collect(Collectors.toUnmodifiableMap(
                    type -> type.rows().orElseThrow().fact(), Function.identity()));

    @Override
    public Set<String> facts() {
        return TYPES.keySet();
    }

    @Override
    public Optional<RowQuery> query(RowRequest asked) {
        FactType type = Optional.ofNullable(TYPES.get(asked.rows().fact())).orElseThrow(asked::unknown);
        RowList rows = type.rows().orElseThrow();
        FactTable table = type.table().orElseThrow();
        List<RowColumn> columns = new ArrayList<>();
        RowQuery.Builder query = new RowQuery.Builder();
        query.add("select fact." + rows.time() + ", plain_key(fact.key) as key");
        columns.add(new RowColumn(rows.time(), RowList.Kind.MOMENT));
        columns.add(RowColumn.KEY);
        if (table.hasPerson()) {
            query.add(", coalesce(person.external_id, 'visitor ' || visitor.person_id) as person");
            columns.add(RowColumn.PERSON);
        }
        query.add(", channel.name as channel");
        columns.add(RowColumn.CHANNEL);
        for (RowList.Column column : rows.columns()) {
            query.add(", " + column.sql() + " as " + column.key());
            columns.add(new RowColumn(column.key(), column.kind()));
        }
        query.add("from " + table.view() + " as fact join channel on channel.id = fact.channel_id");
        if (table.hasPerson()) {
            query.add("left join visitor on visitor.id = fact.visitor_id");
            query.add("left join person on person.id = visitor.person_id");
        }
        String person = table.hasPerson() ? "visitor.person_id" : "null::int";
        SliceFilter condition = new SliceFilter(asked.slice());
        condition.add(query, "fact." + rows.time(), person);
        type.measures().forEach(added -> added.parts().forEach((part, text) -> condition.part(query, part, text)));
        query.add("and fact.current");
        return Optional.of(query.done(rows.time() + " desc, key", columns.toArray(RowColumn[]::new)));
    }
}
