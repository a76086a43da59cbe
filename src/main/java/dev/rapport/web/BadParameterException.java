package dev.rapport.web;

/** Signals a parameter that cannot be understood. It is answered as a 400 page that names it; nothing has been run. */
public class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    public BadParameterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
