package dev.rapport.ingest.store;

import dev.rapport.channel.KnownNames;
import dev.rapport.db.SqlBuilder;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.fact.StoragePath;
import dev.rapport.slice.Dimension;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Gives staged rows the spelling of each name that is known, and removes names again with the import that brought them.
 */
public final class NameMerge {
    /** A column of rows that wait, of which kind its names are, and where they are kept. */
    private record Names(String target, String field, Dimension kind, String table, String column, String first) {
        private Names(String target, String field, Dimension kind, String table, String column) {
            this(target, field, kind, table, column, "min(id)");
        }
    }

    private static final List<Names> ALL = Stream.concat(
                    FactTypes.all().stream().flatMap(NameMerge::of),
                    Stream.of(
                            new Names("events", "utm_campaign", Dimension.CAMPAIGN, "traffic_source", "utm_campaign"),
                            // said by people, in no file
                            new Names("", "reason", Dimension.REASON, "reason_stated", "reason")))
            .toList();

    private NameMerge() {}

    private static Stream<Names> of(FactType type) {
        Stream<Names> columns = type.table().stream()
                .flatMap(table -> type.fields().stream()
                        .flatMap(field -> field.dimension().stream()
                                .map(kind -> new Names(
                                        type.key(),
                                        field.key(),
                                        kind,
                                        table.view(),
                                        table.columnOf(field.key()).orElseThrow()))));
        Stream<Names> properties = type.properties().stream()
                .map(type::field)
                .flatMap(field -> field.dimension().stream()
                        .map(kind -> new Names(
                                type.key(),
                                field.key(),
                                kind,
                                "event",
                                "properties ->> '" + field.key() + "'",
                                "min(at)")));
        return Stream.concat(columns, properties);
    }

    static void run(Handle handle, FactType target, int importId) {
        KnownNames known = new KnownNames(handle, importId);
        for (Names names : ALL) {
            if (target.storagePath() == StoragePath.EVENTS
                    && target.properties().contains(names.field)) {
                respellProperty(handle, known, names);
            } else if (names.target.equals("events") && target.storagePath() == StoragePath.EVENTS) {
                respell(handle, known, names, "import_way", "utm_campaign", "no");
            } else if (names.target.equals(target.key())) {
                respell(handle, known, names, "import_winner", Staging.column(names.field), "row");
            }
        }
    }

    private static void respell(
            Handle handle, KnownNames known, Names names, String table, String column, String order) {
        Map<String, String> meant = meant(handle, known, names, table, column, order);
        if (!meant.isEmpty()) {
            handle.execute(
                    """
                    update %2$s set %1$s = meant.name from unnest(?, ?) as meant (spelling, name)
                    where %1$s = meant.spelling
                    """.formatted(column, table),
                    SqlBuilder.array("text", meant.keySet()),
                    SqlBuilder.array("text", meant.values()));
        }
    }

    private static void respellProperty(Handle handle, KnownNames known, Names names) {
        String column = "f_properties ->> '%s'".formatted(names.field);
        Map<String, String> meant = meant(handle, known, names, "import_event", column, "row");
        if (!meant.isEmpty()) {
            handle.execute(
                    """
                    update import_event set f_properties = jsonb_set(f_properties, array[%2$s], to_jsonb(meant.name))
                    from unnest(?, ?) as meant (spelling, name) where %1$s = meant.spelling
                    """.formatted(column, "'" + names.field + "'"),
                    SqlBuilder.array("text", meant.keySet()),
                    SqlBuilder.array("text", meant.values()));
        }
    }

    /** The spellings that wait and are other than their names, each with its name. */
    private static Map<String, String> meant(
            Handle handle, KnownNames known, Names names, String table, String column, String order) {
        Map<String, String> meant = known.of(
                names.kind,
                spellings(
                        handle,
                        "select %1$s from %2$s where %1$s <> '' group by 1 order by min(%3$s)"
                                .formatted(column, table, order)));
        meant.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        return meant;
    }

    /** Makes the names known that an import has stored past the rows that wait, as the demo data do. */
    public static void meet(Handle handle, int importId) {
        KnownNames known = new KnownNames(handle, importId);
        for (Names names : ALL) {
            known.of(
                    names.kind,
                    spellings(
                            handle,
                            "select %1$s from %2$s where %1$s <> '' group by 1 order by %3$s"
                                    .formatted(names.column, names.table, names.first)));
        }
    }

    private static List<String> spellings(Handle handle, String select) {
        return handle.select(select).mapTo(String.class).list();
    }

    /** Also those that former, undone imports brought and this one kept alive. */
    public static void removeUnused(Handle handle, int importId) {
        for (Dimension kind : ALL.stream().map(Names::kind).distinct().toList()) {
            StringBuilder nowhere = new StringBuilder();
            ALL.stream()
                    .filter(names -> names.kind == kind)
                    .forEach(names -> nowhere.append(" and not exists (select from %s where %s = known_name.name)"
                            .formatted(names.table, names.column)));
            handle.execute("""
                    delete from known_name
                    where kind = ? and (import_id = ? or import_id in (select id from import_job where state = 'undone'))
                    """ + nowhere, kind.key(), importId);
        }
    }
}
