package dev.rapport.dashboard;

import dev.rapport.query.SliceChoices;
import dev.rapport.slice.Slice;
import dev.rapport.words.Audience;
import java.util.List;

/**
 * Holds what a page is laid out by beside its answers: what is asked for, the names of all there is to choose from, and for
 * whom its figures are written. It knows no request: a mail and a test lay out the same page.
 */
public record PageContext(Slice slice, SliceChoices choices, FigureText figures) {
    /** For a page that widens what is asked for: its period, too, is that of the other slice. */
    public PageContext with(Slice other) {
        return new PageContext(other, choices, figures);
    }

    public Audience audience() {
        return figures.audience();
    }

    public PeriodText periods() {
        return new PeriodText(audience());
    }

    public String period() {
        return periods().period(slice.period());
    }

    public DashboardMessages words() {
        return words(DashboardMessages.class);
    }

    public <T> T words(Class<T> bundle) {
        return audience().words(bundle);
    }

    public List<String> groups() {
        return choices.groups().stream().map(SliceChoices.Group::key).toList();
    }

    /** Links that keep the group of segments, unless it is the first. */
    public PageLinks withGroup(PageLinks links, String name, String group) {
        return links.with(name, group.equals(groups().get(0)) ? "" : group);
    }

    /** The groups of segments as tabs. */
    public List<Tab> groupTabs(PageLinks links, String name, String chosen) {
        return choices.groups().stream()
                .map(group -> new Tab(
                        group.name(),
                        links.with(name, group.key()).url(),
                        group.key().equals(chosen)))
                .toList();
    }
}
