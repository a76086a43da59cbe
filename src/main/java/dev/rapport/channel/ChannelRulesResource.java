package dev.rapport.channel;

import dev.rapport.channel.ChannelsPage.ChannelEditor;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.ListOrder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The rules that give visits their channel. Every change gives the ways of arriving there are their channel anew. */
@Path("/settings/channel-rules")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class ChannelRulesResource {
    private static final int MOST = 200;

    private final SettingsChange change;
    private final ChannelMessages words;
    private final DataSource database;

    ChannelRulesResource(SettingsChange change, ChannelMessages words, DataSource database) {
        this.change = change;
        this.words = words;
        this.database = database;
    }

    @CheckedTemplate(basePath = "channel")
    static class Templates {
        static native TemplateInstance rule(RuleEditor editor);

        static native TemplateInstance rule$content(RuleEditor editor);
    }

    @GET
    @Path("new")
    public TemplateInstance fresh() {
        return Templates.rule(RuleEditor.empty());
    }

    /** A new rule comes first: what an admin adds is meant to outdo what was there. */
    @POST
    @Transactional
    public Response add(@BeanParam RuleForm form) {
        List<ChannelRule> rules = ChannelRule.inOrder();
        var problems = RuleEditor.Problems.of(form);
        if (problems.any() || rules.size() >= MOST) {
            return refused(RuleEditor.of(0, form, problems));
        }
        ChannelRule rule = new ChannelRule();
        form.writeTo(rule);
        rule.position = rules.isEmpty() ? 10 : rules.get(0).position - 10;
        rule.persistAndFlush();
        change.note("channel rule added", describe(rule));
        return change.savedAndLeft(words.ruleSaved(reclassify()), ChannelsResource.HERE);
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        ChannelRule rule = known(id);
        String key = Channel.withId(rule.channelId).map(channel -> channel.key).orElse("");
        return Templates.rule(RuleEditor.of(id, RuleForm.of(rule, key), RuleEditor.Problems.NONE));
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam RuleForm form) {
        ChannelRule rule = known(id);
        var problems = RuleEditor.Problems.of(form);
        if (problems.any()) {
            return refused(RuleEditor.of(id, form, problems));
        }
        String before = describe(rule);
        form.writeTo(rule);
        change.note("channel rule changed", before + " → " + describe(rule));
        ChannelRule.flush();
        return change.savedAndLeft(words.ruleSaved(reclassify()), ChannelsResource.HERE);
    }

    @POST
    @Path("{id}/position")
    @Transactional
    public Response move(@PathParam("id") int id, @FormParam("direction") @DefaultValue("down") String direction) {
        ChannelRule rule = known(id);
        int place = 0;
        for (ChannelRule each : ListOrder.moved(ChannelRule.inOrder(), rule, direction)) {
            each.position = place += 10;
        }
        change.note("channel rule moved", describe(rule) + " " + ("up".equals(direction) ? "up" : "down"));
        ChannelRule.flush();
        return saved(words.ruleMoved(reclassify()));
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        ChannelRule rule = known(id);
        rule.delete();
        change.note("channel rule removed", describe(rule));
        ChannelRule.flush();
        return saved(words.ruleRemoved(reclassify()));
    }

    private Response saved(String sentence) {
        return change.saved(
                sentence,
                ChannelsResource.HERE,
                () -> ChannelsResource.Templates.channels$content(ChannelsPage.of("", "", ChannelEditor.empty())));
    }

    private Response refused(RuleEditor editor) {
        return change.refused(() -> Templates.rule(editor), () -> Templates.rule$content(editor));
    }

    private int reclassify() {
        try (var connection = database.getConnection()) {
            return Reclassification.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Visits could not be given their channels anew", e);
        }
    }

    private static ChannelRule known(int id) {
        return ChannelRule.<ChannelRule>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static String describe(ChannelRule rule) {
        StringBuilder text = new StringBuilder(
                Channel.withId(rule.channelId).map(channel -> channel.name).orElse(""));
        append(text, "medium", rule.utmMediums);
        append(text, "source", rule.utmSources);
        append(text, "campaign", rule.utmCampaigns);
        append(text, "host", rule.referrerHosts);
        append(text, "click id", rule.clickIds);
        return text.append(rule.referrer.equals("any") ? "" : "; referrer " + rule.referrer)
                .toString();
    }

    private static void append(StringBuilder text, String part, List<String> terms) {
        if (!terms.isEmpty()) {
            text.append("; ").append(part).append(' ').append(TermList.text(terms));
        }
    }
}
