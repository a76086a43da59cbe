package dev.rapport.db;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;

/**
 * Sets Jdbi up: statements are PostgreSQL's own, with values bound at each {@code ?} as the driver takes them. Its
 * exceptions and events say what the database said, and nothing of the values, which are people's.
 *
 * <p>In a method that is {@code @Transactional} a handle's connection takes part in its transaction: begin none there.
 * {@code withHandle} within {@code withHandle} has the same connection; who wants another beside opens it.
 */
@Dependent
public class JdbiSetup {
    private static final ArgumentFactory.Preparable AS_THEY_ARE =
            (type, config) -> Optional.of(value -> value instanceof Argument own ? own : new Value(value));

    /** As short as a recording of the JVM can have the values of a statement: "…}". */
    private static final int NO_VALUES = 2;

    /** Says what it is, so that Jdbi writes none out for messages that nobody reads. */
    private record Value(@Nullable Object value) implements Argument {
        @Override
        public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
            if (value instanceof String[] texts) {
                statement.setArray(position, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(position, value);
            }
        }
    }

    JdbiSetup() {}

    @Produces
    @Singleton
    Jdbi ofTheApplication(DataSource dataSource) {
        return of(dataSource);
    }

    public static Jdbi of(DataSource dataSource) {
        return plain(Jdbi.create(dataSource));
    }

    /** A handle of a connection that somebody else opened, and closes. */
    public static Handle on(Connection connection) {
        return plain(Jdbi.create(connection)).open();
    }

    /** Whether its connection is there, and answers in time. */
    public static boolean answers(Handle handle, int seconds) {
        try {
            return handle.getConnection().isValid(seconds);
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }

    private static Jdbi plain(Jdbi jdbi) {
        return jdbi.configure(Arguments.class, arguments -> arguments.register(AS_THEY_ARE))
                .configure(
                        SqlStatements.class,
                        statements -> statements
                                .setTemplateEngine(TemplateEngine.NOP)
                                .setSqlParser(PlainSqlParser.ONE)
                                .setJfrParamMaxLength(NO_VALUES))
                .registerColumnMapper(LocalDate.class, (row, column, context) -> row.getObject(column, LocalDate.class))
                .registerColumnMapper(
                        OffsetDateTime.class, (row, column, context) -> row.getObject(column, OffsetDateTime.class))
                .configure(StatementExceptions.class, failures -> failures.setMessageRendering(MessageRendering.NONE));
    }
}
