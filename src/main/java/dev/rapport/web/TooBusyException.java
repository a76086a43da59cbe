package dev.rapport.web;

/** Signals that so many queries are being answered that this one found no turn; it is answered as 503. */
public class TooBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooBusyException() {
        super("too many questions at a time");
    }
}
