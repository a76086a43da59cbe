package dev.rapport.demo.data;

import dev.rapport.db.ReportingTime;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Simulates what the team did about low scores: most of the older ones are closed, those of the troubled release are behind. Chance
 * comes from the key of the answer, so that the same script tells the same story.
 */
final class FollowUpSimulation {
    private static final String WRITE = """
            with low as (
                select answer.key, answer.at, abs(hashtext(answer.key)) as random,
                       """ + ReportingTime.day("answer.at") + """
                       + 1 + abs(hashtext(answer.key || 'd')) % 5 as called_on,
                       """ + ReportingTime.day("answer.at")
            + """
                       as day
                from survey_answer as answer join response on response.id = answer.id
                where answer.is_low and response.import_id = ?)
            insert into follow_up (response_key, state, owner, contacted_on, outcome, note, changed_by, changed_at)
            select key, case when random % 100 < closed then 'closed' when random % 100 < called then 'contacted' else 'open' end,
                   (?::text[])[1 + random / 100 % array_length(?::text[], 1)],
                   case when random % 100 < called then called_on end,
                   case when random % 100 < closed
                        then (array['solved', 'solved', 'explained', 'explained', 'unreachable', 'lost'])[1 + random / 1000 % 6] end,
                   case when random % 100 < closed and random / 7 % 4 = 0
                        then (array['Called back, problem is gone.', 'Sent the guide and a voucher.',
                                    'Wants to think about the new price.', 'Will look at it again after the update.'])
                             [1 + random / 31 % 4] end,
                   'demo', least(now(), """ + ReportingTime.start("called_on") + """
                       + interval '15 hours')
            from low
            cross join lateral (
                select case when day >= ?::date - 7 then 0 when day >= ?::date - 47 then 18 else 52 end as closed,
                       case when day >= ?::date - 7 then 12 when day >= ?::date - 47 then 38 else 68 end as called,
                       case when day >= ?::date - 47 then 55 else 80 end as taken) as share
            where called_on <= ?::date and random % 100 < taken
            """;

    private final Connection connection;
    private final Scenario scenario;

    FollowUpSimulation(Connection connection, Scenario scenario) {
        this.connection = connection;
        this.scenario = scenario;
    }

    void tell(int importId) throws SQLException {
        Object agents = connection.createArrayOf("text", SampleTexts.AGENTS.toArray());
        Object today = scenario.today();
        Object[] values = {importId, agents, agents, today, today, today, today, today, today};
        try (var statement = connection.prepareStatement(WRITE)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
