package dev.rapport.customers;

import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Narrows and orders the list of customers.
 *
 * @param slice its channels: who was active in one of them in the period; its segments: who is in them now
 * @param search in the name or at the start of the customer number; empty for all
 * @param standing of whom: everybody, customers by the rule of the settings, a band of their health
 * @param after where the page before ended
 */
public record CustomerFilter(
        Slice slice,
        String search,
        CustomerStanding standing,
        CustomerSort sort,
        boolean ascending,
        Optional<After> after) {
    private static final int LONGEST = 100;

    /** The last of a page: what it is sorted by, as text, and the person. */
    public record After(String value, int person) {
        public String text() {
            return value + "~" + person;
        }

        /** Empty when it is none. */
        public static Optional<After> of(String text) {
            int parting = text.lastIndexOf('~');
            String person = text.substring(parting + 1);
            boolean good = parting > 0
                    && person.matches("[0-9]{1,9}")
                    && text.substring(0, parting)
                            .matches("-infinity|-?[0-9]{1,18}(\\.[0-9]{1,6})?|[0-9-]{10}[ T][0-9:.]{5,15}Z?");
            return good
                    ? Optional.of(new After(text.substring(0, parting), Integer.parseInt(person)))
                    : Optional.empty();
        }
    }

    /**
     * As it stands in a query string, beside the slice: {@code q}, {@code who}, {@code sort}, {@code dir}, {@code after}.
     *
     * @throws BadSliceException naming the parameter that cannot be understood
     */
    public static CustomerFilter read(Slice slice, Map<String, List<String>> parameters) {
        String search = first(parameters, "q");
        if (search.indexOf('@') >= 0 || search.length() > LONGEST || search.indexOf('\0') >= 0) {
            throw new BadSliceException("q", SliceFault.NOT_LOOKED_FOR);
        }
        String sort = first(parameters, "sort");
        String after = first(parameters, "after");
        Optional<After> place = After.of(after);
        if (place.isEmpty() && !after.isEmpty()) {
            throw new BadSliceException("after", SliceFault.NO_PLACE_IN_LIST);
        }
        return new CustomerFilter(
                slice,
                search,
                standing(first(parameters, "who")),
                sort.isEmpty()
                        ? CustomerSort.VALUE
                        : CustomerSort.of(sort)
                                .orElseThrow(() -> new BadSliceException("sort", SliceFault.NO_SUCH_VALUE)),
                ascending(first(parameters, "dir")),
                place);
    }

    private static CustomerStanding standing(String who) {
        return who.isEmpty()
                ? CustomerStanding.ALL
                : CustomerStanding.of(who).orElseThrow(() -> new BadSliceException("who", SliceFault.NO_SUCH_VALUE));
    }

    private static boolean ascending(String direction) {
        return switch (direction) {
            case "", "desc" -> false;
            case "asc" -> true;
            default -> throw new BadSliceException("dir", SliceFault.NO_SUCH_VALUE);
        };
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return OwnParameters.single(parameters, name).orElse("");
    }

    CustomerFilter after(Optional<After> other) {
        return new CustomerFilter(slice, search, standing, sort, ascending, other);
    }
}
