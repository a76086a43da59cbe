package dev.rapport.slice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the parameters that a page has beside the slice: its list's page, its tab, its sorting. As in the slice, a
 * blank value counts as not given, and of two values nobody knows which one was meant.
 */
public final class OwnParameters {
    private OwnParameters() {}

    /** @throws BadSliceException when it is given more than once */
    public static Optional<String> single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.size() > 1) {
            throw new BadSliceException(name, SliceFault.MORE_THAN_ONCE);
        }
        return values.stream().findFirst();
    }

    /**
     * A number from 1.
     *
     * @throws BadSliceException when it is given more than once, or is none, or more than {@code most}
     */
    public static Optional<Integer> number(Map<String, List<String>> parameters, String name, int most) {
        Optional<String> text = single(parameters, name);
        if (text.filter(given -> !given.matches("[1-9][0-9]{0,5}") || Integer.parseInt(given) > most)
                .isPresent()) {
            throw new BadSliceException(name, SliceFault.NOT_A_NUMBER, most);
        }
        return text.map(Integer::valueOf);
    }
}
