package dev.rapport.db;

/**
 * Writes the SQL for days and clocks of the reporting zone, by the rules that {@link ZoneRules} keeps. Nothing else is
 * to say on which day something happened: PostgreSQL's own {@code at time zone} follows tables of another age.
 */
public final class ReportingTime {
    private ReportingTime() {}

    /** The reporting day of a moment, with a blank on both sides. @param at SQL of a timestamptz, a column rather than more */
    public static String day(String at) {
        return " zone_day(" + at + ", (select starts from zone_days), (select shifts from zone_days)) ";
    }

    /** The moment in which a reporting day starts. @param day SQL of a date */
    public static String start(String day) {
        return " zone_start(" + day + ", (select firsts from zone_days), (select shifts from zone_days)) ";
    }

    /** What clocks showed. @param at SQL of a timestamptz, a column rather than more */
    public static String clock(String at) {
        return " zone_clock(" + at + ", (select starts from zone_clocks), (select shifts from zone_clocks)) ";
    }
}
