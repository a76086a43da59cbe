package dev.rapport.web;

/** Signals that the time of a request is over; it is answered as 504, as a statement is that runs into its limit. */
public class TooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooSlowException() {
        super("the request's time is over");
    }
}
