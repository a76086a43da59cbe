package dev.rapport.channel;

import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.Form;
import dev.rapport.web.ListOrder;
import dev.rapport.web.Reader;
import dev.rapport.words.Counted;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers the settings of the rules that give visits their channel. Every change gives the ways of arriving there are
 * their channel anew.
 */
@Path("/settings/channel-rules")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class ChannelRulesResource {
    private static final int MOST = 200;

    private final SettingsChange change;
    private final Reader reader;
    private final Jdbi jdbi;
    private final SettingsList<ChannelRule, RuleForm> rules;

    ChannelRulesResource(SettingsChange change, Reader reader, Jdbi jdbi) {
        this.change = change;
        this.reader = reader;
        this.jdbi = jdbi;
        this.rules = new SettingsList<>(
                change,
                ChannelsResource.HERE,
                new SettingsList.Entries<>(
                        id -> ChannelRule.<ChannelRule>findByIdOptional(id),
                        RuleForm::of,
                        (rule, form) -> form.writeTo(rule),
                        ChannelRulesResource::describe,
                        rule -> words().ruleSaved(reclassify())),
                new SettingsList.Views<>(
                        RuleForm.BLANK,
                        form -> Templates.rule(RuleEditor.of(form)),
                        form -> Templates.rule$content(RuleEditor.of(form)),
                        form -> Templates.rule(RuleEditor.of(form)),
                        form -> Templates.rule$content(RuleEditor.of(form))));
    }

    @CheckedTemplate(basePath = "channel")
    static class Templates {
        static native TemplateInstance rule(RuleEditor editor);

        static native TemplateInstance rule$content(RuleEditor editor);
    }

    @GET
    @Path("new")
    public TemplateInstance fresh() {
        return rules.list();
    }

    /** A new rule comes first: what an admin adds is meant to outdo what was there. */
    @POST
    @Transactional
    public Response add(@BeanParam RuleForm form) {
        List<ChannelRule> others = ChannelRule.inOrder();
        Form<RuleForm> checked =
                change.check(0, form).refuse("words", () -> others.size() >= MOST, words().rulesFull());
        return rules.addAndLeave("channel rule added", checked, () -> {
            ChannelRule rule = new ChannelRule();
            rule.position = others.isEmpty() ? 10 : others.get(0).position - 10;
            return rule;
        });
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return rules.edit(id);
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam RuleForm form) {
        return rules.change("channel rule changed", change.check(id, form));
    }

    @POST
    @Path("{id}/position")
    @Transactional
    public Response move(@PathParam("id") int id, @FormParam("direction") @DefaultValue("down") String direction) {
        ChannelRule rule = rules.known(id);
        ListOrder.move(ChannelRule.inOrder(), rule, direction, (each, position) -> each.position = position);
        change.note("channel rule moved", describe(rule) + " " + AuditWords.word(ListOrder.upOrDown(direction)));
        ChannelRule.flush();
        return saved(words().ruleMoved(reclassify()));
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        ChannelRule rule = rules.known(id);
        rule.delete();
        change.note("channel rule removed", describe(rule));
        ChannelRule.flush();
        return saved(words().ruleRemoved(reclassify()));
    }

    private Response saved(String sentence) {
        return change.saved(
                sentence, ChannelsResource.HERE, () -> ChannelsResource.content(Form.unsent(0, ChannelForm.BLANK)));
    }

    private Counted reclassify() {
        return reader.numbers().counted(jdbi.withHandle(Reclassification::run));
    }

    private static String describe(ChannelRule rule) {
        StringBuilder text = new StringBuilder(
                Channel.withId(rule.channelId).map(channel -> channel.name).orElse(""));
        append(text, "medium", rule.utmMediums);
        append(text, "source", rule.utmSources);
        append(text, "campaign", rule.utmCampaigns);
        append(text, "host", rule.referrerHosts);
        append(text, "click_id", rule.clickIds);
        return text.append(rule.referrer.equals("any") ? "" : "; " + AuditWords.word("referrer_" + rule.referrer))
                .toString();
    }

    private static void append(StringBuilder text, String part, List<String> terms) {
        if (!terms.isEmpty()) {
            text.append("; ").append(AuditWords.word(part)).append(' ').append(TermList.text(terms));
        }
    }

    private ChannelMessages words() {
        return reader.words(ChannelMessages.class);
    }
}
