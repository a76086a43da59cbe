package dev.rapport.demo.data;

import java.time.LocalDate;
import java.util.Locale;

/** Who somebody is; what happens to them is {@link Life}'s to tell. */
final class Customer {
    final Dice dice;
    final String id;
    final String name;
    final String email;
    final LocalDate joined;
    final Plan firstPlan;
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

    Customer(Script script, int index, LocalDate joined, int[] persons, int[] visitors) {
        dice = new Dice(script.seed(), index + 1L);
        this.joined = joined;
        id = "C-" + (10_001 + index);
        String first = dice.pick(Company.FIRST_NAMES);
        String last = dice.pick(Company.LAST_NAMES);
        name = first + " " + last;
        email = (first + "." + last.replace("'", "") + "." + (index + 1) + "@example.com").toLowerCase(Locale.ROOT);
        firstPlan = Plan.values()[dice.weighted(44, 30, 20, 6)];
        region = Company.REGIONS.get(dice.weighted(Company.REGION_WEIGHTS));
        birthYear = 1950 + dice.weighted(3, 6, 10, 14, 18, 20, 16, 9) * 7 + dice.below(7);
        industry = dice.pick(Company.INDUSTRIES);
        size = Math.min(
                Company.SIZES.size() - 1, dice.weighted(48, 36, 13, 3) + (firstPlan == Plan.ENTERPRISE ? 2 : 0));
        keenness = dice.lognormal(0.8, 0.65);
        devices = dice.chance(0.35) ? 2 : 1;
        person = persons[index];
        // Three numbers are set aside for each: the known one and at most two devices.
        known = visitors[index * 3];
    }

    String device(int which) {
        return "a:" + id.toLowerCase(Locale.ROOT) + "-" + (which == 0 ? "desk" : "phone");
    }
}
