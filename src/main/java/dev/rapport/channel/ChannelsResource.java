package dev.rapport.channel;

import dev.rapport.channel.ChannelsPage.ChannelEditor;
import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Htmx;
import dev.rapport.web.ListOrder;
import dev.rapport.web.Slug;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Channels: named, reordered, given other spellings; and a visit tried against the rules. */
@Path("/settings/channels")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class ChannelsResource {
    static final String HERE = "/settings/channels";

    private final SettingsChange change;
    private final ChannelMessages words;
    private final Htmx htmx;

    ChannelsResource(SettingsChange change, ChannelMessages words, Htmx htmx) {
        this.change = change;
        this.words = words;
        this.htmx = htmx;
    }

    @CheckedTemplate(basePath = "channel")
    static class Templates {
        static native TemplateInstance channels(ChannelsPage page);

        static native TemplateInstance channels$content(ChannelsPage page);

        static native TemplateInstance channel(ChannelEditor editor);

        static native TemplateInstance channel$content(ChannelEditor editor);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("url") @DefaultValue("") String url,
            @QueryParam("referrer") @DefaultValue("") String referrer) {
        ChannelsPage page = ChannelsPage.of(url.strip(), referrer.strip(), ChannelEditor.empty());
        return htmx.choose(() -> Templates.channels(page), () -> Templates.channels$content(page));
    }

    @POST
    @Transactional
    public Response add(@BeanParam ChannelForm form) {
        List<Channel> others = Channel.inOrder();
        ChannelEditor editor = ChannelEditor.of(0, form, form.taken(others));
        if (editor.isBad() || others.size() >= ChannelNames.MOST_CHANNELS) {
            ChannelsPage page = ChannelsPage.of("", "", editor);
            return change.refused(() -> Templates.channels(page), () -> Templates.channels$content(page));
        }
        Channel channel = new Channel();
        channel.key = freeKey(form.nameText());
        channel.name = form.nameText();
        channel.aliases = form.terms();
        channel.position = 500;
        channel.persistAndFlush();
        change.note("channel added", channel.name);
        return saved(words.channelSaved(channel.name));
    }

    @GET
    @Path("{id}")
    public TemplateInstance edit(@PathParam("id") int id) {
        return Templates.channel(ChannelEditor.of(id, ChannelForm.of(known(id)), java.util.Optional.empty()));
    }

    @POST
    @Path("{id}")
    @Transactional
    public Response change(@PathParam("id") int id, @BeanParam ChannelForm form) {
        Channel channel = known(id);
        List<Channel> others =
                Channel.inOrder().stream().filter(other -> other != channel).toList();
        ChannelEditor editor = ChannelEditor.of(id, form, form.taken(others));
        if (editor.isBad()) {
            return change.refused(() -> Templates.channel(editor), () -> Templates.channel$content(editor));
        }
        String before = channel.name;
        channel.name = form.nameText();
        channel.aliases = form.terms();
        // what a person has arranged stays, whatever import brought it
        Channel.getEntityManager()
                .createNativeQuery("delete from import_created where kind = 'channel' and ref = ?1")
                .setParameter(1, channel.id)
                .executeUpdate();
        change.note("channel changed", before + " → " + channel.name + " (" + TermList.text(channel.aliases) + ")");
        return change.savedAndLeft(words.channelSaved(channel.name), HERE);
    }

    @POST
    @Path("{id}/position")
    @Transactional
    public Response move(@PathParam("id") int id, @FormParam("direction") @DefaultValue("down") String direction) {
        Channel channel = known(id);
        int place = 0;
        for (Channel each : ListOrder.moved(Channel.inOrder(), channel, direction)) {
            each.position = place += 10;
        }
        change.note("channel moved", channel.name + " " + ("up".equals(direction) ? "up" : "down"));
        Channel.flush();
        return saved(words.channelMoved(channel.name));
    }

    private Response saved(String sentence) {
        return change.saved(
                sentence, HERE, () -> Templates.channels$content(ChannelsPage.of("", "", ChannelEditor.empty())));
    }

    private static Channel known(int id) {
        return Channel.withId(id).orElseThrow(NotFoundException::new);
    }

    private static String freeKey(String name) {
        return Slug.unused(name, key -> Channel.withKey(key).isPresent());
    }
}
