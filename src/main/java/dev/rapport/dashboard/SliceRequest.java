package dev.rapport.dashboard;

import dev.rapport.annotation.Annotations;
import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Slice;
import dev.rapport.target.Targets;
import dev.rapport.web.Reader;
import dev.rapport.words.Audience;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what this request asks for, and how to write the answer. */
@RequestScoped
class SliceRequest {
    private final SliceProvider slices;
    private final Reader reader;
    private final Annotations annotations;
    private final Targets targets;

    private @Nullable Audience audience;
    private @Nullable FigureText figures;

    SliceRequest(SliceProvider slices, Reader reader, Annotations annotations, Targets targets) {
        this.slices = slices;
        this.reader = reader;
        this.annotations = annotations;
        this.targets = targets;
    }

    SliceChoices choices() {
        return slices.choices();
    }

    Slice slice() {
        return slices.slice();
    }

    Map<String, List<String>> parameters() {
        return slices.parameters();
    }

    String choice(String name, List<String> among) {
        return slices.choice(name, among);
    }

    /** What happened meanwhile. */
    List<Annotations.Note> notes() {
        return annotations.during(slice());
    }

    List<String> groups() {
        return choices().groups().stream().map(SliceChoices.Group::key).toList();
    }

    DashboardMessages words() {
        return words(DashboardMessages.class);
    }

    <T> T words(Class<T> bundle) {
        return audience().words(bundle);
    }

    /** For whom the answer is written: the days of all answers lie in the reporting zone. */
    Audience audience() {
        if (audience == null) {
            audience = Audience.of(reader.locale(), choices().zone(), choices().currency());
        }
        return audience;
    }

    FigureText figures() {
        if (figures == null) {
            figures = new FigureText(audience(), targets.index());
        }
        return figures;
    }

    PeriodText periods() {
        return new PeriodText(audience());
    }

    Audience reader() {
        return audience();
    }
}
