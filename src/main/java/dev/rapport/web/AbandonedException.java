package dev.rapport.web;

/** Who asked has gone; nobody reads the answer. */
public class AbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AbandonedException() {
        super("who asked has gone");
    }
}
