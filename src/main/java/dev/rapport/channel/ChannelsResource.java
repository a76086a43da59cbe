package dev.rapport.channel;

import dev.rapport.team.AuditWords;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.team.SettingsList;
import dev.rapport.web.Form;
import dev.rapport.web.Htmx;
import dev.rapport.web.ListOrder;
import dev.rapport.web.Reader;
import dev.rapport.web.Slug;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Answers the settings of channels: named, reordered, given other spellings; and a visit tried against the rules. */
@Path("/settings/channels")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class ChannelsResource {
    static final String HERE = "/settings/channels";

    private final SettingsChange change;
    private final Reader reader;
    private final Htmx htmx;
    private final SettingsList<Channel, ChannelForm> channels;

    ChannelsResource(SettingsChange change, Reader reader, Htmx htmx) {
        this.change = change;
        this.reader = reader;
        this.htmx = htmx;
        this.channels = new SettingsList<>(
                change,
                HERE,
                new SettingsList.Entries<>(
                        Channel::withId,
                        ChannelForm::of,
                        ChannelsResource::write,
                        ChannelsResource::describe,
                        channel -> words().channelSaved(channel.name)),
                new SettingsList.Views<>(
                        ChannelForm.BLANK,
                        editor -> Templates.channels(ChannelsPage.of("", "", editor)),
                        ChannelsResource::content,
                        Templates::channel,
                        Templates::channel$content));
    }

    @CheckedTemplate(basePath = "channel")
    static class Templates {
        static native TemplateInstance channels(ChannelsPage page);

        static native TemplateInstance channels$content(ChannelsPage page);

        static native TemplateInstance channel(Form<ChannelForm> editor);

        static native TemplateInstance channel$content(Form<ChannelForm> editor);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("url") @DefaultValue("") String url,
            @QueryParam("referrer") @DefaultValue("") String referrer) {
        ChannelsPage page = ChannelsPage.of(url.strip(), referrer.strip(), Form.unsent(0, ChannelForm.BLANK));
        return htmx.choose(() -> Templates.channels(page), () -> Templates.channels$content(page));
    }

    @POST
    @Transactional
    public Response add(@BeanParam ChannelForm form) {
        List<Channel> others = Channel.inOrder();
        Form<ChannelForm> checked = checked(0, form, others)
                .refuse("name", () -> others.size() >= ChannelNames.MOST_CHANNELS, words().channelsFull());
        return channels.add("channel added", checked, () -> {
            Channel channel = new Channel();
            channel.key = Slug.unused(form.name(), key -> Channel.withKey(key).isPresent());
            channel.position = 500;
            return channel;
        });
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return channels.edit(id);
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam ChannelForm form) {
        List<Channel> others =
                Channel.inOrder().stream().filter(other -> other.id != id).toList();
        return channels.change("channel changed", checked(id, form, others));
    }

    @POST
    @Path("{id}/position")
    @Transactional
    public Response move(@PathParam("id") int id, @FormParam("direction") @DefaultValue("down") String direction) {
        Channel channel = channels.known(id);
        ListOrder.move(Channel.inOrder(), channel, direction, (each, position) -> each.position = position);
        change.note("channel moved", channel.name + " " + AuditWords.word(ListOrder.upOrDown(direction)));
        Channel.flush();
        return channels.saved(words().channelMoved(channel.name));
    }

    static TemplateInstance content(Form<ChannelForm> editor) {
        return Templates.channels$content(ChannelsPage.of("", "", editor));
    }

    private Form<ChannelForm> checked(int id, ChannelForm form, List<Channel> others) {
        String taken = form.taken(others).orElse("");
        return change.check(id, form).refuse("aliases", () -> !taken.isEmpty(), words().taken(taken));
    }

    private static void write(Channel channel, ChannelForm form) {
        channel.name = form.name();
        channel.aliases = form.terms();
        if (channel.id != null) {
            // what a person has arranged stays, whatever import brought it
            Channel.getEntityManager()
                    .createNativeQuery("delete from import_created where kind = 'channel' and ref = ?1")
                    .setParameter(1, channel.id)
                    .executeUpdate();
        }
    }

    private static String describe(Channel channel) {
        return channel.aliases.isEmpty() ? channel.name : channel.name + " (" + TermList.text(channel.aliases) + ")";
    }

    private ChannelMessages words() {
        return reader.words(ChannelMessages.class);
    }
}
