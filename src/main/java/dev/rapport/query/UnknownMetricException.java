package dev.rapport.query;

/** Nobody defined a metric of that name; answered as 404. */
public class UnknownMetricException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownMetricException(String key) {
        super("no metric " + key);
    }
}
