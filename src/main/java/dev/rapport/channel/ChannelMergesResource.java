package dev.rapport.channel;

import dev.rapport.team.Role;
import dev.rapport.team.SettingsChange;
import dev.rapport.web.Choice;
import dev.rapport.web.Reader;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Merges two channels, and removes a channel of which nothing speaks. */
@Path("/settings/channel-merges")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
public class ChannelMergesResource {
    private final SettingsChange change;
    private final Reader reader;
    private final Jdbi jdbi;

    ChannelMergesResource(SettingsChange change, Reader reader, Jdbi jdbi) {
        this.change = change;
        this.reader = reader;
        this.jdbi = jdbi;
    }

    @CheckedTemplate(basePath = "channel")
    static class Templates {
        static native TemplateInstance merge(ChannelMergePage page);

        static native TemplateInstance merge$content(ChannelMergePage page);
    }

    @GET
    @Path("{id: \\d{1,5}}")
    public TemplateInstance look(@PathParam("id") int id) {
        return Templates.merge(page(known(id), ""));
    }

    @POST
    @Path("{id: \\d{1,5}}")
    @Transactional
    public Response merge(@PathParam("id") int id, @FormParam("into") @DefaultValue("") String into) {
        Channel channel = known(id);
        Optional<Channel> other = Channel.withKey(into).filter(found -> !found.id.equals(channel.id));
        if (ChannelMerging.isNeeded(channel)) {
            return refused(channel, words().needed());
        }
        if (other.isEmpty()) {
            return refused(channel, words().chooseBad());
        }
        if (!jdbi.withHandle(handle -> new ChannelMerging(handle).merge(channel.id, other.get().id))) {
            return refused(channel, words().busy());
        }
        change.note("channel merged", channel.name + " → " + other.get().name);
        return change.savedAndLeft(words().merged(channel.name, other.get().name), ChannelsResource.HERE);
    }

    @POST
    @Path("{id: \\d{1,5}}/removal")
    @Transactional
    public Response remove(@PathParam("id") int id) {
        Channel channel = known(id);
        if (ChannelMerging.isNeeded(channel)) {
            return refused(channel, words().needed());
        }
        if (!jdbi.withHandle(handle -> ChannelUse.of(handle, channel.id)).isEmpty()) {
            return refused(channel, words().spokenOf());
        }
        jdbi.useHandle(handle -> new ChannelMerging(handle).remove(channel.id));
        change.note("channel removed", channel.name);
        return change.savedAndLeft(words().removed(channel.name), ChannelsResource.HERE);
    }

    private Response refused(Channel channel, String problem) {
        ChannelMergePage page = page(channel, problem);
        return change.refused(() -> Templates.merge(page), () -> Templates.merge$content(page));
    }

    private ChannelMergePage page(Channel channel, String problem) {
        List<Choice> others = Channel.choices().stream()
                .filter(other -> !other.key().equals(channel.key))
                .toList();
        List<ChannelMergePage.Use> uses = jdbi.withHandle(handle -> ChannelUse.of(handle, channel.id)).stream()
                .map(use -> new ChannelMergePage.Use(use.kind(), use.count(), use.ofFacts()))
                .toList();
        return new ChannelMergePage(channel.id, channel.name, ChannelMerging.isNeeded(channel), uses, others, problem);
    }

    private static Channel known(int id) {
        return Channel.withId(id).orElseThrow(NotFoundException::new);
    }

    private ChannelMergeMessages words() {
        return reader.words(ChannelMergeMessages.class);
    }
}
