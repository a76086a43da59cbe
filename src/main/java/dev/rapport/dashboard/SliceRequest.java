package dev.rapport.dashboard;

import dev.rapport.annotation.Annotations;
import dev.rapport.query.SliceChoices;
import dev.rapport.segment.ReservedValues;
import dev.rapport.segment.SegmentMessages;
import dev.rapport.slice.Slice;
import dev.rapport.target.Targets;
import dev.rapport.web.Reader;
import dev.rapport.words.Audience;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what this request asks for, and what its answer is laid out by. */
@RequestScoped
public class SliceRequest {
    private final SliceProvider slices;
    private final Reader reader;
    private final Annotations annotations;
    private final Targets targets;

    private @Nullable SliceChoices choices;
    private @Nullable PageContext context;

    SliceRequest(SliceProvider slices, Reader reader, Annotations annotations, Targets targets) {
        this.slices = slices;
        this.reader = reader;
        this.annotations = annotations;
        this.targets = targets;
    }

    /** All there is to choose from, as its reader calls it. */
    public SliceChoices choices() {
        if (choices == null) {
            SegmentMessages words = reader.words(SegmentMessages.class);
            choices = slices.choices().withValueNames(key -> ReservedValues.name(key, words));
        }
        return choices;
    }

    public Slice slice() {
        return slices.slice();
    }

    public Map<String, List<String>> parameters() {
        return slices.parameters();
    }

    public String choice(String name, List<String> among) {
        return slices.choice(name, among);
    }

    /** One of the groups of segments, the first when none is named. */
    public String group() {
        return choice("group", context().groups());
    }

    /** What happened meanwhile. */
    public List<Annotations.Note> notes() {
        return annotations.during(slice());
    }

    /** What happened in another period, or channel. */
    public List<Annotations.Note> notes(Slice other) {
        return annotations.during(other);
    }

    /** For whom the answer is written: the days of all answers lie in the reporting zone. */
    public Audience audience() {
        return Audience.of(
                reader.locale(), slices.choices().zone(), slices.choices().currency());
    }

    public PageContext context() {
        if (context == null) {
            context = new PageContext(slice(), choices(), new FigureText(audience(), targets.index()));
        }
        return context;
    }
}
