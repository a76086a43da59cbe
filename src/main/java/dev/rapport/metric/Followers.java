package dev.rapport.metric;

/**
 * Defines the metric followers: the followers at the end of the period. Of each account (campaign, variant and channel
 * of the daily figures) it takes the last level known by then, also when that is an older one; levels of days are never
 * added up.
 *
 * <p>Unit: followers, somebody who follows two accounts twice. Null behaviour: no data where no level is known. Source: VWO's
 * eight metrics [V8].
 */
public final class Followers implements FactMetric {
    private static final Definition DEFINITION = Define.metric(
                    "followers", Definition.Topic.SOCIAL, Definition.Unit.COUNT, Definition.Better.UP)
            .withoutPeople()
            .sources("V8")
            .rows(RowSet.of("follower_level"))
            .done();

    Followers() {}

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Aggregation aggregation() {
        return Aggregation.LAST;
    }

    public Figure figure(long followers) {
        return Figures.count(followers);
    }
}
