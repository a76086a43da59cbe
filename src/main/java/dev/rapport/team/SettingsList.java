package dev.rapport.team;

import dev.rapport.web.Form;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Edits one list of settings as every such page does: a form that is good is written to its entry, kept in the audit trail
 * and answered by the list; one that is not comes back with what is wrong. Call it in a transaction.
 */
public final class SettingsList<E extends PanacheEntityBase, F> {
    private final SettingsChange change;
    private final String page;
    private final Entries<E, F> entries;
    private final Views<F> views;

    public SettingsList(SettingsChange change, String page, Entries<E, F> entries, Views<F> views) {
        this.change = change;
        this.page = page;
        this.entries = entries;
        this.views = views;
    }

    /**
     * Tells how an entry is found, shown in a form and written from one.
     *
     * @param text what the audit trail says of it
     * @param saved sentence for who saved it
     */
    public record Entries<E, F>(
            IntFunction<Optional<E>> find,
            Function<E, F> form,
            BiConsumer<E, F> write,
            Function<E, String> text,
            Function<E, String> saved) {}

    /**
     * Renders the list with its form for another entry, and the form of one; each as a page and as a fragment.
     *
     * @param blank the form for another entry before anything is typed
     */
    public record Views<F>(
            F blank,
            Function<Form<F>, TemplateInstance> list,
            Function<Form<F>, TemplateInstance> listContent,
            Function<Form<F>, TemplateInstance> entry,
            Function<Form<F>, TemplateInstance> entryContent) {
        /** Where an entry has no page of its own. */
        public static <F> Views<F> ofList(
                F blank, Function<Form<F>, TemplateInstance> list, Function<Form<F>, TemplateInstance> listContent) {
            return new Views<>(blank, list, listContent, list, listContent);
        }
    }

    public E known(int id) {
        return entries.find.apply(id).orElseThrow(NotFoundException::new);
    }

    public TemplateInstance list() {
        return views.list.apply(Form.unsent(0, views.blank));
    }

    /** The list as a fragment, with an empty form. */
    public TemplateInstance content() {
        return views.listContent.apply(Form.unsent(0, views.blank));
    }

    public TemplateInstance edit(int id) {
        return views.entry.apply(Form.unsent(id, entries.form.apply(known(id))));
    }

    /** @param fresh makes what the form does not say */
    public Response add(String action, Form<F> form, Supplier<E> fresh) {
        return form.isBad() ? refused(form) : saved(added(action, form, fresh));
    }

    /** The same where the form for another entry is a page of its own. */
    public Response addAndLeave(String action, Form<F> form, Supplier<E> fresh) {
        return form.isBad() ? refused(form) : change.savedAndLeft(added(action, form, fresh), page);
    }

    public Response change(String action, Form<F> form) {
        E entry = known(form.id());
        if (form.isBad()) {
            return change.refused(() -> views.entry.apply(form), () -> views.entryContent.apply(form));
        }
        String before = entries.text.apply(entry);
        entries.write.accept(entry, form.sent());
        entry.persistAndFlush();
        change.note(action, before + " → " + entries.text.apply(entry));
        return change.savedAndLeft(entries.saved.apply(entry), page);
    }

    /** The same where every entry has its form on the list: the trail says what it became. */
    public Response changeOnList(String action, Form<F> form) {
        E entry = known(form.id());
        if (form.isBad()) {
            return refused(form);
        }
        entries.write.accept(entry, form.sent());
        return keep(action, entry);
    }

    /** Keeps an entry that is as it shall be, and answers with the list. */
    public Response keep(String action, E entry) {
        entry.persistAndFlush();
        change.note(action, entries.text.apply(entry));
        return saved(entries.saved.apply(entry));
    }

    /** @param sentence asked for when the entry is gone */
    public Response remove(String action, E entry, Supplier<String> sentence) {
        removed(action, entry);
        return saved(sentence.get());
    }

    /** The same where the removal stands on the entry's own page. */
    public Response removeAndLeave(String action, E entry, String sentence) {
        removed(action, entry);
        return change.savedAndLeft(sentence, page);
    }

    private void removed(String action, E entry) {
        entry.delete();
        change.note(action, entries.text.apply(entry));
        Settings.flush();
    }

    /** Answers with the list and an empty form. */
    public Response saved(String sentence) {
        return change.saved(sentence, page, this::content);
    }

    /** Answers with the list and a form as it was sent, with what is wrong. */
    public Response refused(Form<F> form) {
        return change.refused(() -> views.list.apply(form), () -> views.listContent.apply(form));
    }

    private String added(String action, Form<F> form, Supplier<E> fresh) {
        E entry = fresh.get();
        entries.write.accept(entry, form.sent());
        entry.persistAndFlush();
        change.note(action, entries.text.apply(entry));
        return entries.saved.apply(entry);
    }
}
