package dev.rapport.export;

import dev.rapport.query.Desk;
import dev.rapport.query.QueryFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A mark that changes when an answer may have: with every rollup, every import or undo, and when settings change. Some
 * facts (subscriptions) are read as they are, without a rollup, hence the imports.
 */
@ApplicationScoped
class Stamp {
    private final Desk desk;

    Stamp(Desk desk) {
        this.desk = desk;
    }

    /** @param question everything that was asked, in words */
    EntityTag of(String question) {
        String seed = state() + "|" + question;
        return new EntityTag(
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private String state() {
        try (var turn = desk.forQuestion();
                var statement = turn.connection().prepareStatement("""
                        select concat_ws('/', version, refreshed_at, settings.updated_at, zone_now,
                            (select max(id) from import_job), (select max(finished_at) from import_job),
                            (select max(undone_at) from import_job))
                        from rollup_state, (select *, concat_ws('/', zone, week_start, currency, customer_rule,
                            churn_window_days, default_goal_id) as zone_now from settings) as settings
                        """);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new QueryFailedException(e);
        }
    }
}
