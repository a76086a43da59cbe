package dev.rapport.demo.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;

/**
 * Simulates stars for what people bought, a week or so after: most are happy, but the receipt printer disappoints. Chance comes from the
 * key of the order, so that the same script tells the same story.
 */
final class RatingSimulation {
    private static final String SURVEY = """
            insert into survey (key, name, kind, scale_min, scale_max, lower_is_better, question, import_id)
            values ('product-rating', 'Product rating', 'rating', 1, 5, false, 'How do you like what you bought?', ?)
            """;

    private static final String RATE = """
            with bought as (
                select order_key, min(at) as at, min(visitor_id) as visitor_id, bool_or(product = 'Receipt printer') as printer,
                       abs(hashtext(order_key)) as random
                from order_line where import_id = ? and cancelled_at is null
                group by order_key),
            rated as (
                select bought.*, at + (5 + random % 7) * interval '1 day' + random % 500 * interval '1 minute' as rated_at,
                       case when printer
                            then 1 + width_bucket(random / 13 % 100, array[24, 40, 58, 80])
                            else 1 + width_bucket(random / 13 % 100, array[3, 8, 19, 52]) end as score
                from bought where random % 100 < 18)
            insert into response
                (key, survey_id, visitor_id, channel_id, at, score, comment, topic, sentiment, import_id, content)
            select 'R-' || order_key, survey.id, rated.visitor_id, channel.id, rated_at, score,
                   case when random / 17 % 100 < case when score <= 2 then 60 else 30 end
                        then said[1 + random / 19 % array_length(said, 1)] end,
                   case when printer then 'hardware' else 'shop' end, sign(score - 3)::int, ?, md5(order_key)::uuid
            from rated
            cross join lateral (
                select case when printer and score <= 3
                            then array['Jams every second day.', 'The cutter gave up within a month.',
                                       'Prints, but the paper has to be pressed in by hand.', 'Loud, and slow to wake up.']
                            when score <= 3
                            then array['Arrived late and in two parcels.', 'Smaller than it looks in the pictures.',
                                       'Works, but the manual is no help.']
                            else array['Exactly what we needed.', 'Here after two days, well packed.', 'Good quality for the price.',
                                       'Paired with the till at once.', 'Bought it again for our second shop.'] end as said) as words
            join survey on survey.key = 'product-rating'
            join channel on channel.key = 'email'
            where rated_at <= ?
            """;

    private final Connection connection;
    private final Scenario scenario;

    RatingSimulation(Connection connection, Scenario scenario) {
        this.connection = connection;
        this.scenario = scenario;
    }

    /** @return how many rows were written */
    int tell(int importId) throws SQLException {
        try (var survey = connection.prepareStatement(SURVEY);
                var rate = connection.prepareStatement(RATE)) {
            survey.setInt(1, importId);
            survey.executeUpdate();
            rate.setInt(1, importId);
            rate.setInt(2, importId);
            rate.setObject(3, scenario.now().atOffset(ZoneOffset.UTC));
            return rate.executeUpdate();
        }
    }
}
