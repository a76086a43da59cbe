package dev.rapport.metric;

/**
 * Holds the numbers of customers who wrote to support after an order and who did not, and how many of each ordered
 * again.
 *
 * @param contacted who did, and whose time to order again has passed
 * @param contactedAgain of those, who ordered again after the days of contact
 * @param others who did not
 * @param othersAgain of those, who ordered again after the days of contact
 * @param returned of those contacted, who ordered again after they wrote
 * @param young contacted customers whose time to order again has not passed yet
 * @param youngReturned of those, who have ordered again after they wrote already
 */
public record ContactRepeatCounts(
        long contacted,
        long contactedAgain,
        long others,
        long othersAgain,
        long returned,
        long young,
        long youngReturned) {
    /** When nobody who ordered again did so within the days of contact, and all time has passed. */
    public ContactRepeatCounts(long contacted, long contactedAgain, long others, long othersAgain) {
        this(contacted, contactedAgain, others, othersAgain, contactedAgain, 0, 0);
    }

    /**
     * One customer.
     *
     * @param passed the time to order again
     * @param again ordered after the days of contact
     * @param returned ordered after writing
     */
    public static ContactRepeatCounts of(boolean contact, boolean passed, boolean again, boolean returned) {
        if (!passed) {
            return new ContactRepeatCounts(0, 0, 0, 0, 0, one(contact), one(contact && returned));
        }
        return new ContactRepeatCounts(
                one(contact),
                one(contact && again),
                one(!contact),
                one(!contact && again),
                one(contact && returned),
                0,
                0);
    }

    private static long one(boolean is) {
        return is ? 1 : 0;
    }

    public ContactRepeatCounts plus(ContactRepeatCounts more) {
        return new ContactRepeatCounts(
                contacted + more.contacted,
                contactedAgain + more.contactedAgain,
                others + more.others,
                othersAgain + more.othersAgain,
                returned + more.returned,
                young + more.young,
                youngReturned + more.youngReturned);
    }

    /** Nothing that is still to come can change who returned: the young ones have, all of them. */
    boolean isSettled() {
        return young == youngReturned;
    }
}
