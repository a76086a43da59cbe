package dev.rapport.web;

/** Signals that one person or key asks for more at a time than is one's share; it is answered as 429. */
public class TooManyRequestsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyRequestsException() {
        super("more at a time than is one's share");
    }
}
