package dev.rapport.segment;

/**
 * Signals that a trait has more values than a group of segments may have. It is a name or an address rather than a kind
 * of customer.
 */
public class TooManyValuesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String trait;
    private final int values;

    TooManyValuesException(String trait, int values) {
        super("'" + trait + "' has " + values + " different values; a segment group may have " + SegmentValue.MOST
                + ", or ranges");
        this.trait = trait;
        this.values = values;
    }

    public String trait() {
        return trait;
    }

    public int values() {
        return values;
    }
}
