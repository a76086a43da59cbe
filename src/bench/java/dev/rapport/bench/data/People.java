package dev.rapport.bench.data;

import dev.rapport.bench.data.Chance.Weights;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Who there is. People come in the order in which they joined, and so are numbered; how often each is active follows a
 * power law, and most leave again. Some have two or three visitors, a fifth is known by nothing.
 */
final class People {
    private static final double ALREADY_THERE = 0.4;

    private final int count;
    private final int[] joined;
    private final int[] left;
    private final int[] joinedBy = new int[Calendar.DAYS];
    private final int[] firstVisitor;
    private final byte[] favourite;
    private final Weights activity;

    People(int count, Chance chance) {
        this.count = count;
        joined = new int[count];
        left = new int[count];
        firstVisitor = new int[count + 1];
        favourite = new byte[count];
        double[] weights = new double[count];
        Weights busyness = Calendar.busyness();
        for (int i = 0; i < count; i++) {
            joined[i] = chance.of(ALREADY_THERE) ? 0 : chance.of(busyness);
        }
        Arrays.sort(joined);
        firstVisitor[0] = 1;
        for (int i = 0; i < count; i++) {
            joinedBy[joined[i]] = i + 1;
            double stay = chance.fraction();
            double days =
                    stay < 0.35 ? chance.exponential(7) : stay < 0.6 ? chance.exponential(90) : 10 * Calendar.DAYS;
            left[i] = (int) Math.min(10 * Calendar.DAYS, joined[i] + days);
            // Pareto with index 1.2, cut where nobody could visit more often.
            weights[i] = Math.min(120, Math.pow(1 - chance.fraction(), -1 / 1.2)) * (stay < 0.35 ? 0.3 : 1);
            favourite[i] = (byte) chance.of(BenchDictionary.WAY_WEIGHTS);
            firstVisitor[i + 1] = firstVisitor[i] + (chance.of(0.15) ? chance.of(0.25) ? 3 : 2 : 1);
        }
        for (int day = 1; day < Calendar.DAYS; day++) {
            joinedBy[day] = Math.max(joinedBy[day], joinedBy[day - 1]);
        }
        activity = new Weights(weights);
    }

    int count() {
        return count;
    }

    /** The first of those who joined on the day; {@link #joinedBy} ends them. */
    int joinedBefore(int day) {
        return day == 0 ? joinedBy[0] : joinedBy[day - 1];
    }

    int joinedBy(int day) {
        return joinedBy[day];
    }

    /** Somebody who is there on the day, the more likely the more active. */
    int draw(Chance chance, int day) {
        int person = chance.of(activity, joinedBy[day]);
        for (int i = 0; i < 30 && left[person] < day; i++) {
            person = chance.of(activity, joinedBy[day]);
        }
        return person;
    }

    /** The identity somebody uses, mostly the first. */
    int visitor(Chance chance, int person) {
        int visitors = firstVisitor[person + 1] - firstVisitor[person];
        return firstVisitor[person] + (visitors == 1 || chance.of(0.7) ? 0 : chance.below(visitors));
    }

    int favourite(int person) {
        return favourite[person];
    }

    void write(Connection connection, Chance chance) throws SQLException {
        try (Rows rows = new Rows(connection, "person", "id, external_id")) {
            Chance known = new Chance(7);
            for (int i = 0; i < count; i++) {
                rows.row().number(i + 1);
                if (isKnown(known)) {
                    rows.text(number(i));
                } else {
                    rows.none();
                }
            }
        }
        try (Rows rows = new Rows(connection, "visitor", "id, key, person_id")) {
            Chance known = new Chance(7);
            for (int i = 0; i < count; i++) {
                boolean named = isKnown(known);
                for (int visitor = firstVisitor[i]; visitor < firstVisitor[i + 1]; visitor++) {
                    String key = named && visitor == firstVisitor[i]
                            ? "u:" + number(i)
                            : "a:" + Long.toHexString(chance.bits()) + visitor;
                    rows.row().number(visitor).text(key).number(i + 1);
                }
            }
        }
        writeTraits(connection, chance);
    }

    private static boolean isKnown(Chance chance) {
        return chance.of(0.8);
    }

    private static String number(int person) {
        return "C" + (1_000_000 + person);
    }

    private void writeTraits(Connection connection, Chance chance) throws SQLException {
        Profiles profiles = new Profiles(chance);
        Chance known = new Chance(7);
        try (Rows rows = new Rows(connection, "person_trait", "visitor_id, trait, value, since")) {
            for (int i = 0; i < count; i++) {
                if (!isKnown(known)) {
                    continue;
                }
                Profiles.Kind kind = profiles.kind(profiles.draw(chance));
                int plan = chance.of(Profiles.PLAN_WEIGHTS);
                int visitor = firstVisitor[i];
                always(rows, visitor, "plan", Profiles.PLANS.get(plan));
                always(rows, visitor, "region", kind.region());
                always(rows, visitor, "birth_year", Integer.toString(kind.bornFrom() + chance.below(16)));
                always(rows, visitor, "industry", kind.industry());
                always(rows, visitor, "company_size", kind.size());
                always(rows, visitor, "lifecycle", kind.lifecycle());
                if (chance.of(0.04)) {
                    int other = (plan + 1 + chance.below(3)) % Profiles.PLANS.size();
                    long since = Calendar.moment(chance, chance.below(Calendar.DAYS));
                    rows.row()
                            .number(visitor)
                            .text("plan")
                            .text(Profiles.PLANS.get(other))
                            .at(since);
                }
            }
        }
    }

    private static void always(Rows rows, int visitor, String trait, String value) throws SQLException {
        rows.row().number(visitor).text(trait).text(value).at(Long.MIN_VALUE);
    }
}
