package dev.rapport.dashboard;

import dev.rapport.query.SliceChoices;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceFault;
import dev.rapport.slice.SliceReader;
import dev.rapport.web.CurrentPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a request asks for, once and nowhere else: the slice, by what there is to choose from, and the page's own choices. */
@RequestScoped
public class SliceProvider {
    private final SliceChoicesQueries choicesQueries;
    private final UriInfo uri;
    private final CurrentPage page;

    private @Nullable SliceChoices choices;
    private @Nullable Slice slice;

    SliceProvider(SliceChoicesQueries choicesQueries, UriInfo uri, CurrentPage page) {
        this.choicesQueries = choicesQueries;
        this.uri = uri;
        this.page = page;
    }

    public SliceChoices choices() {
        if (choices == null) {
            choices = choicesQueries.current();
        }
        return choices;
    }

    public Slice slice() {
        if (slice == null) {
            slice = SliceReader.read(uri.getQueryParameters(), choices().context());
            page.keep(slice.toQuery());
        }
        return slice;
    }

    /** All of the query string, for what is no slice. */
    public Map<String, List<String>> parameters() {
        return uri.getQueryParameters();
    }

    /** One of the page's own choices, the first of them when none is named. */
    String choice(String name, List<String> among) {
        String first = among.isEmpty() ? "" : among.get(0);
        String chosen = OwnParameters.single(parameters(), name).orElse(first);
        if (!among.contains(chosen)) {
            throw new BadSliceException(name, SliceFault.NO_SUCH_VALUE);
        }
        return chosen;
    }
}
