package dev.rapport.demo.data;

import java.time.LocalDate;
import java.util.Locale;

/** Describes who a customer is; what happens to them is {@link CustomerSimulation}'s. */
final class SimulatedCustomer {
    final SeededRandom random;
    final String id;
    final String name;
    final String email;
    final LocalDate joined;
    final PricePlan firstPlan;
    final String region;
    final int birthYear;
    final String industry;
    final int size;
    /** How much more or less they do than others on their plan. */
    final double keenness;

    final int devices;
    final int person;
    /** Number of the visitor "u:..."; those of the devices follow it. */
    final int known;

    SimulatedCustomer(Scenario scenario, int index, LocalDate joined, int[] persons, int[] visitors) {
        random = new SeededRandom(scenario.seed(), index + 1L);
        this.joined = joined;
        id = "C-" + (10_001 + index);
        String first = random.pick(DemoCompany.FIRST_NAMES);
        String last = random.pick(DemoCompany.LAST_NAMES);
        name = first + " " + last;
        email = (first + "." + last.replace("'", "") + "." + (index + 1) + "@example.com").toLowerCase(Locale.ROOT);
        firstPlan = PricePlan.values()[random.weighted(44, 30, 20, 6)];
        region = DemoCompany.REGIONS.get(random.weighted(DemoCompany.REGION_WEIGHTS));
        birthYear = 1950 + random.weighted(3, 6, 10, 14, 18, 20, 16, 9) * 7 + random.below(7);
        industry = random.pick(DemoCompany.INDUSTRIES);
        size = Math.min(
                DemoCompany.SIZES.size() - 1,
                random.weighted(48, 36, 13, 3) + (firstPlan == PricePlan.ENTERPRISE ? 2 : 0));
        keenness = random.lognormal(0.8, 0.65);
        devices = random.chance(0.35) ? 2 : 1;
        person = persons[index];
        // Three numbers are set aside for each: the known one and at most two devices.
        known = visitors[index * 3];
    }

    String device(int which) {
        return "a:" + id.toLowerCase(Locale.ROOT) + "-" + (which == 0 ? "desk" : "phone");
    }
}
