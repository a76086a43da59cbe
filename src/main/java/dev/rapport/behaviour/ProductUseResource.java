package dev.rapport.behaviour;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.Settings;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.Form;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Answers the settings of what counts as using the product, and whose use counts. */
@Path(ProductUseResource.HERE)
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class ProductUseResource {
    static final String HERE = "/settings/product";

    private final SettingsChange change;
    private final Reader reader;
    private final GoalQueries queries;
    private final ProductUseSuggestions suggestions;
    private final Jdbi jdbi;
    private final SettingsList<ProductMark, ProductMarkForm> marks;

    ProductUseResource(
            SettingsChange change, Reader reader, GoalQueries queries, ProductUseSuggestions suggestions, Jdbi jdbi) {
        this.change = change;
        this.reader = reader;
        this.queries = queries;
        this.suggestions = suggestions;
        this.jdbi = jdbi;
        this.marks = new SettingsList<>(
                change,
                HERE,
                new SettingsList.Entries<>(
                        ProductMark::withId,
                        ProductMarkForm::of,
                        this::write,
                        ProductMark::value,
                        mark -> words().saved(mark.value())),
                SettingsList.Views.ofList(
                        ProductMarkForm.BLANK,
                        form -> Templates.productUse(page(form)),
                        form -> Templates.productUse$content(page(form))));
    }

    @CheckedTemplate(basePath = "behaviour")
    static class Templates {
        static native TemplateInstance productUse(ProductUsePage page);

        static native TemplateInstance productUse$content(ProductUsePage page);
    }

    @GET
    public TemplateInstance list() {
        return marks.list();
    }

    @POST
    @Transactional
    public Response add(@BeanParam ProductMarkForm sent) {
        return marks.add(
                "product use marked",
                change.check(0, sent).refuse("value", () -> ProductMark.isThere(sent), words().there()),
                ProductMark::new);
    }

    @POST
    @Path("{id: \\d{1,9}}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        ProductMark mark = marks.known(id);
        countAnew(ProductMark.count() == 1, mark);
        return marks.remove("product use unmarked", mark, () -> words().removed(mark.value()));
    }

    @POST
    @Path("people")
    @Transactional
    public Response people(@FormParam("who") @Nullable String who) {
        Settings settings = Settings.current();
        boolean customersOnly = "customers".equals(who);
        if (settings.productCustomersOnly != customersOnly) {
            settings.productCustomersOnly = customersOnly;
            Settings.flush();
            change.note("product use of whom", AuditWords.word(customersOnly ? "customers" : "everybody"));
            countAllAnew();
        }
        return marks.saved(words().whoSaved());
    }

    private void write(ProductMark mark, ProductMarkForm form) {
        mark.eventName = form.eventName();
        mark.pagePattern = form.pagePattern();
        countAnew(ProductMark.count() == 0, mark);
    }

    /** @param all whether it is the first thing marked or the last: features count with it, or every visit without */
    private void countAnew(boolean all, ProductMark mark) {
        if (all) {
            countAllAnew();
        } else {
            queries.markDays(mark.eventName, mark.pagePattern);
        }
    }

    private void countAllAnew() {
        jdbi.useHandle(handle -> DirtyDays.markFamily(handle, "behaviour"));
    }

    private ProductUsePage page(Form<ProductMarkForm> editor) {
        return new ProductUsePage(
                ProductMark.inOrder().stream()
                        .map(mark -> new ProductUsePage.Row(mark.id, ProductMarkForm.of(mark)))
                        .toList(),
                suggestions.find(),
                editor,
                Settings.current().productCustomersOnly);
    }

    private ProductUseMessages words() {
        return reader.words(ProductUseMessages.class);
    }
}
