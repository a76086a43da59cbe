package dev.rapport.ingest.row;

import java.util.Map;
import java.util.Set;

/**
 * How much a file's columns tell of a target. Somebody, a time, a channel or a key are in files of every kind and say
 * little; what only rows of one kind have says most.
 */
final class Likelihood {
    private static final int TELLING = 8;
    private static final int NEEDED = 4;
    private static final int NOTHING_TELLING = -12;
    private static final int NOBODY = -8;

    /** Fields that tell a target from the others. */
    private static final Map<String, Set<String>> TELLING_FIELDS = Map.of(
            "people", Set.of("since", "name"),
            "events", Set.of("event", "url", "utm_source", "utm_medium", "scroll", "visible"),
            "responses", Set.of("score", "comment"),
            "invitations", Set.of("survey"),
            "tickets", Set.of(
                    "first_response",
                    "first_response_after",
                    "resolved",
                    "resolved_after",
                    "reopened",
                    "priority",
                    "subject",
                    "assignee"),
            "orders", Set.of("order", "product", "quantity", "price", "amount"),
            "subscriptions", Set.of("ended", "amount", "plan"),
            "campaign-days", Set.of("spend", "impressions", "clicks", "delivered", "followers"),
            "posts", Set.of("likes", "shares", "comments", "saves"),
            "mentions", Set.of("text", "sentiment", "brand", "frustrated"));

    private Likelihood() {}

    static int of(Target target, Set<String> found) {
        Set<String> telling = TELLING_FIELDS.getOrDefault(target.key(), Set.of());
        int points = telling.stream().noneMatch(found::contains) ? NOTHING_TELLING : 0;
        for (Field field : target.mappable()) {
            boolean given = found.contains(field.key());
            if (given) {
                points += telling.contains(field.key()) ? TELLING : field.required() ? NEEDED : 1;
            } else if (field.required()) {
                points -= telling.contains(field.key()) ? TELLING : NEEDED;
            }
        }
        boolean somebody =
                found.contains(Target.CUSTOMER) || found.contains(Target.EMAIL) || found.contains(Target.ANONYMOUS);
        return points + (target.person() == Target.PersonRule.NEEDED && !somebody ? NOBODY : 0);
    }
}
