package dev.rapport.web;

/** Signals that the client has gone, so that nobody reads the answer. */
public class AbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AbandonedException() {
        super("who asked has gone");
    }
}
