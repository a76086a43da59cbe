package dev.rapport.ingest.store;

import dev.rapport.channel.KnownNames;
import dev.rapport.db.Sql;
import dev.rapport.fact.FactType;
import dev.rapport.fact.FactTypes;
import dev.rapport.slice.Dimension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives staged rows the spelling of each name that is known, and removes names again with the import that brought them.
 */
public final class NameMerge {
    /** A column of rows that wait, of which kind its names are, and where they are kept. */
    private record Names(String target, String field, Dimension kind, String table, String column) {}

    private static final List<Names> ALL = Stream.concat(
                    FactTypes.all().stream().flatMap(NameMerge::of),
                    Stream.of(
                            new Names("events", "utm_campaign", Dimension.CAMPAIGN, "traffic_source", "utm_campaign")))
            .toList();

    private NameMerge() {}

    private static Stream<Names> of(FactType type) {
        return type.table().stream()
                .flatMap(table -> type.fields().stream()
                        .flatMap(field -> field.dimension().stream()
                                .map(kind -> new Names(
                                        type.key(),
                                        field.key(),
                                        kind,
                                        table.view(),
                                        table.columnOf(field.key()).orElseThrow()))));
    }

    static void run(Connection connection, FactType target, int importId) throws SQLException {
        KnownNames known = new KnownNames(connection, importId);
        for (Names names : ALL) {
            if (names.target.equals("events") && target.key().equals("events")) {
                respell(connection, known, names, "import_way", "utm_campaign", "no");
            } else if (names.target.equals(target.key())) {
                respell(connection, known, names, "import_winner", Staging.column(names.field), "row");
            }
        }
    }

    private static void respell(
            Connection connection, KnownNames known, Names names, String table, String column, String order)
            throws SQLException {
        Map<String, String> meant = known.of(
                names.kind,
                spellings(
                        connection,
                        "select %1$s from %2$s where %1$s <> '' group by 1 order by min(%3$s)"
                                .formatted(column, table, order)));
        meant.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        if (!meant.isEmpty()) {
            Sql.update(
                    connection,
                    """
                    update %2$s set %1$s = meant.name from unnest(?, ?) as meant (spelling, name)
                    where %1$s = meant.spelling
                    """.formatted(column, table),
                    connection.createArrayOf("text", meant.keySet().toArray()),
                    connection.createArrayOf("text", meant.values().toArray()));
        }
    }

    /** Makes the names known that an import has stored past the rows that wait, as the demo data do. */
    public static void meet(Connection connection, int importId) throws SQLException {
        KnownNames known = new KnownNames(connection, importId);
        for (Names names : ALL) {
            known.of(
                    names.kind,
                    spellings(
                            connection,
                            "select %1$s from %2$s where %1$s <> '' group by 1 order by min(id)"
                                    .formatted(names.column, names.table)));
        }
    }

    private static List<String> spellings(Connection connection, String select) throws SQLException {
        List<String> spellings = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            while (row.next()) {
                spellings.add(row.getString(1));
            }
        }
        return spellings;
    }

    /** Also those that former, undone imports brought and this one kept alive. */
    public static void removeUnused(Connection connection, int importId) throws SQLException {
        for (Dimension kind : ALL.stream().map(Names::kind).distinct().toList()) {
            StringBuilder nowhere = new StringBuilder();
            ALL.stream()
                    .filter(names -> names.kind == kind)
                    .forEach(names -> nowhere.append(" and not exists (select from %s where %s = known_name.name)"
                            .formatted(names.table, names.column)));
            Sql.update(connection, """
                    delete from known_name
                    where kind = ? and (import_id = ? or import_id in (select id from import_job where state = 'undone'))
                    """ + nowhere, kind.key(), importId);
        }
    }
}
