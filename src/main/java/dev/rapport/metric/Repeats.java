package dev.rapport.metric;

/**
 * Customers by whether they wrote to support after an order, and how many of them ordered again.
 *
 * @param contacted who did
 * @param contactedAgain of those, who ordered again
 * @param others who did not
 * @param othersAgain of those, who ordered again
 */
public record Repeats(long contacted, long contactedAgain, long others, long othersAgain) {
    /** One customer. */
    public static Repeats of(boolean contact, boolean again) {
        return new Repeats(contact ? 1 : 0, contact && again ? 1 : 0, contact ? 0 : 1, !contact && again ? 1 : 0);
    }

    public Repeats plus(Repeats more) {
        return new Repeats(
                contacted + more.contacted,
                contactedAgain + more.contactedAgain,
                others + more.others,
                othersAgain + more.othersAgain);
    }
}
