package dev.rapport.voice;

import dev.rapport.query.RowQuery;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.SliceFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Narrows the low scores by the state of their follow-up and by owner.
 *
 * @param state open, contacted or closed
 * @param owner a name; {@link #NOBODY} for those that nobody has taken
 */
public record FollowUpFilter(Optional<String> state, Optional<String> owner) {
    public static final String NOBODY = "-";
    public static final List<String> STATES = List.of("open", "contacted", "closed");
    static final FollowUpFilter ALL = new FollowUpFilter(Optional.empty(), Optional.empty());

    private static final int LONGEST = 80;

    /** @throws BadSliceException for a state that there is not */
    public static FollowUpFilter read(Map<String, List<String>> parameters) {
        Optional<String> state = OwnParameters.single(parameters, "state");
        if (state.filter(named -> !STATES.contains(named)).isPresent()) {
            throw new BadSliceException("state", SliceFault.NO_SUCH_VALUE);
        }
        Optional<String> owner = OwnParameters.single(parameters, "owner");
        if (owner.filter(name -> name.length() > LONGEST || name.indexOf('\0') >= 0)
                .isPresent()) {
            throw new BadSliceException("owner", SliceFault.NOT_A_NAME);
        }
        return new FollowUpFilter(state, owner);
    }

    public FollowUpFilter inAnyState() {
        return new FollowUpFilter(Optional.empty(), owner);
    }

    void add(RowQuery.Builder query) {
        state.ifPresent(named -> query.add("and coalesce(done.state, 'open') = ?", named));
        owner.ifPresent(name -> query.add("and coalesce(done.owner, ?) = ?", NOBODY, name));
    }
}
