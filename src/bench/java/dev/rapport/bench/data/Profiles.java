package dev.rapport.bench.data;

import dev.rapport.bench.data.Chance.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person may be: five of the six segment groups come in {@value #KINDS} combinations, each with any plan, so that
 * some 500 of thousands of possible signatures live, as in customer bases where traits go together.
 */
final class Profiles {
    static final int KINDS = 125;
    static final List<String> PLANS = List.of("free", "pro", "team", "enterprise");
    static final Weights PLAN_WEIGHTS = new Weights(55, 28, 12, 5);

    private static final List<String> REGIONS = List.of("emea", "amer", "apac", "latam");
    private static final Weights REGION_WEIGHTS = new Weights(42, 33, 18, 7);
    private static final List<Integer> BORN = List.of(1946, 1965, 1981, 1997);
    private static final Weights BORN_WEIGHTS = new Weights(14, 28, 40, 18);
    private static final List<String> INDUSTRIES =
            List.of("retail", "software", "finance", "health", "education", "manufacturing");
    private static final Weights INDUSTRY_WEIGHTS = new Weights(30, 24, 15, 12, 10, 9);
    private static final List<String> SIZES = List.of("1", "2-49", "50-499", "500+");
    private static final Weights SIZE_WEIGHTS = new Weights(46, 34, 14, 6);
    private static final List<String> LIFECYCLES = List.of("lead", "new", "established", "champion");
    private static final Weights LIFECYCLE_WEIGHTS = new Weights(34, 26, 30, 10);

    record Kind(String region, int bornFrom, String industry, String size, String lifecycle) {}

    private final List<Kind> kinds = new ArrayList<>();
    private final Weights weights = Weights.zipf(KINDS, 0.75);

    Profiles(Chance chance) {
        Set<Kind> known = new HashSet<>();
        while (kinds.size() < KINDS) {
            Kind kind = new Kind(
                    REGIONS.get(chance.of(REGION_WEIGHTS)),
                    BORN.get(chance.of(BORN_WEIGHTS)),
                    INDUSTRIES.get(chance.of(INDUSTRY_WEIGHTS)),
                    SIZES.get(chance.of(SIZE_WEIGHTS)),
                    LIFECYCLES.get(chance.of(LIFECYCLE_WEIGHTS)));
            if (known.add(kind)) {
                kinds.add(kind);
            }
        }
    }

    int draw(Chance chance) {
        return chance.of(weights);
    }

    Kind kind(int number) {
        return kinds.get(number);
    }
}
