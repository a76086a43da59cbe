package dev.rapport.db;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.postgresql.core.Parser;

/**
 * Leaves statements as they are and counts their {@code ?}, as the driver itself does: casts, slices, times of day and
 * operators with a question mark (written {@code ??}) name no parameters.
 */
enum PlainSqlParser implements SqlParser {
    ONE;

    /** Texts put together differ by what is asked; each is as long as a page. */
    private static final int MOST = 1_000;

    private final LoadingCache<String, ParsedSql> parsed =
            Caffeine.newBuilder().maximumSize(MOST).build(PlainSqlParser::parse);

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return parsed.get(sql);
    }

    private static ParsedSql parse(String sql) {
        try {
            int places = Parser.parseJdbcSql(sql, true, true, true, false, false).stream()
                    .mapToInt(statement -> statement.bindPositions.length)
                    .sum();
            return ParsedSql.of(sql, ParsedParameters.positional(places));
        } catch (SQLException e) {
            throw new UnableToCreateStatementException(e.getMessage(), e, null);
        }
    }

    @Override
    public String nameParameter(String name, StatementContext context) {
        throw new UnsupportedOperationException("Values are bound by their place");
    }
}
