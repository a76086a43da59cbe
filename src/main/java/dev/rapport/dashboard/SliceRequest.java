package dev.rapport.dashboard;

import dev.rapport.annotation.Annotations;
import dev.rapport.query.SliceChoices;
import dev.rapport.query.SliceChoicesQueries;
import dev.rapport.slice.BadSliceException;
import dev.rapport.slice.OwnParameters;
import dev.rapport.slice.Slice;
import dev.rapport.slice.SliceReader;
import dev.rapport.target.Targets;
import dev.rapport.web.CurrentPage;
import dev.rapport.web.Reader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this request asks for, read once: the slice, the page's own choices, and how to write the answer. */
@RequestScoped
class SliceRequest {
    private final SliceChoicesQueries choicesQueries;
    private final UriInfo uri;
    private final Reader reader;
    private final CurrentPage page;
    private final Annotations annotations;
    private final Targets targets;

    private @Nullable SliceChoices choices;
    private @Nullable Slice slice;
    private @Nullable FigureText figures;

    SliceRequest(
            SliceChoicesQueries choicesQueries,
            UriInfo uri,
            Reader reader,
            CurrentPage page,
            Annotations annotations,
            Targets targets) {
        this.choicesQueries = choicesQueries;
        this.uri = uri;
        this.reader = reader;
        this.page = page;
        this.annotations = annotations;
        this.targets = targets;
    }

    SliceChoices choices() {
        if (choices == null) {
            choices = choicesQueries.current();
        }
        return choices;
    }

    Slice slice() {
        if (slice == null) {
            Map<String, List<String>> parameters = uri.getQueryParameters();
            slice = SliceReader.read(parameters, choices().context());
            page.keep(slice.toQuery());
        }
        return slice;
    }

    /** All of the query string, for what is no slice. */
    Map<String, List<String>> parameters() {
        return uri.getQueryParameters();
    }

    /** One of the page's own choices, the first of them when none is named. */
    String choice(String name, List<String> among) {
        String first = among.isEmpty() ? "" : among.get(0);
        String chosen = OwnParameters.single(uri.getQueryParameters(), name).orElse(first);
        if (!among.contains(chosen)) {
            throw new BadSliceException(name, "has no such value");
        }
        return chosen;
    }

    /** What happened meanwhile. */
    List<Annotations.Note> notes() {
        return annotations.during(slice());
    }

    List<String> groups() {
        return choices().groups().stream().map(SliceChoices.Group::key).toList();
    }

    DashboardMessages words() {
        return reader.words(DashboardMessages.class);
    }

    FigureText figures() {
        if (figures == null) {
            figures = new FigureText(reader.numbers(), choices().currency(), words(), targets.book());
        }
        return figures;
    }

    PeriodText periods() {
        return new PeriodText(reader.dates(), words());
    }

    Reader reader() {
        return reader;
    }
}
