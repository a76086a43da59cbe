package dev.rapport.customers;

import dev.rapport.db.SqlBuilder;
import dev.rapport.metric.Health;
import dev.rapport.metric.HealthPart;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Finds the weights by which a customer's health is scored. Whoever is in several segments with weights of their own
 * has those of the segment group that comes first in the settings.
 */
final class HealthWeightIndex {
    private static final String SELECT = """
            select distinct on (signature.id) signature.id,
                   weights.recency, weights.frequency, weights.breadth, weights.survey, weights.tickets, weights.payment
            from signature, health_weights as weights
            left join segment_group on segment_group.key = weights.segment_group
            left join segment_value on segment_value.group_id = segment_group.id and segment_value.key = weights.segment_value
            where weights.segment_group is null
               or segment_value.id = any (signature.value_ids)
               or segment_value.key = 'none' and not exists (
                   select from segment_value as other
                   where other.group_id = segment_group.id and other.id = any (signature.value_ids))
            order by signature.id, weights.segment_group is null, segment_group.position, segment_group.id
            """;

    private final Map<Integer, Health.Weights> bySignature = new HashMap<>();

    private HealthWeightIndex() {}

    static HealthWeightIndex read(Handle handle) {
        HealthWeightIndex book = new HealthWeightIndex();
        new SqlBuilder().add(SELECT).read(handle, row -> {
            Map<HealthPart, Integer> weights = new EnumMap<>(HealthPart.class);
            for (HealthPart part : HealthPart.values()) {
                weights.put(part, row.getInt(part.key()));
            }
            book.bySignature.put(row.getInt(1), new Health.Weights(weights));
        });
        return book;
    }

    Health.Weights of(int signature) {
        return bySignature.getOrDefault(signature, Health.Weights.USUAL);
    }
}
