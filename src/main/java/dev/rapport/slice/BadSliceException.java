package dev.rapport.slice;

/**
 * Signals a query parameter that cannot be understood; it is answered as 400, naming the parameter. Nothing has been
 * run.
 */
public class BadSliceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    public BadSliceException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
