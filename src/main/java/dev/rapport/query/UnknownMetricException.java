package dev.rapport.query;

/** Signals that nobody defined a metric of that name; it is answered as 404. */
public class UnknownMetricException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownMetricException(String key) {
        super("no metric " + key);
    }
}
