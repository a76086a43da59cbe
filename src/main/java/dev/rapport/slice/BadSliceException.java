package dev.rapport.slice;

import java.util.List;
import java.util.stream.Stream;

/**
 * Signals a query parameter that cannot be understood; it is answered as 400, naming the parameter, in the reader's
 * language. Nothing has been run.
 */
public class BadSliceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final SliceFault fault;
    private final List<String> details;

    /** @param details what the words of the fault leave open: a value, a bound */
    public BadSliceException(String parameter, SliceFault fault, Object... details) {
        super(parameter + ": " + fault + " " + List.of(details));
        this.parameter = parameter;
        this.fault = fault;
        this.details = Stream.of(details).map(Object::toString).toList();
    }

    public String parameter() {
        return parameter;
    }

    public SliceFault fault() {
        return fault;
    }

    public List<String> details() {
        return details;
    }
}
