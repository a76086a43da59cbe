package dev.rapport.channel;

import dev.rapport.web.FormRules;
import dev.rapport.web.FormText;
import dev.rapport.web.NameKey;
import dev.rapport.web.ShortText;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a channel's name and other spellings as a form sends them. */
public record ChannelForm(
        @FormParam("name") @ShortText(max = 100, message = "channels:nameBad")
        String name,

        @FormParam("aliases") String aliases)
        implements FormRules {
    static final ChannelForm BLANK = new ChannelForm("", "");

    public ChannelForm {
        name = FormText.tidy(name);
        aliases = FormText.stripped(aliases);
    }

    static ChannelForm of(Channel channel) {
        return new ChannelForm(channel.name, TermList.text(channel.aliases));
    }

    @Override
    public void check(Problems problems) {
        problems.addIf(!TermList.areSensible(terms()), "aliases", "channels:tooMuchBad");
    }

    List<String> terms() {
        return TermList.of(aliases);
    }

    /** A spelling of this form that means another channel already; a file's channel would be either. */
    Optional<String> taken(List<Channel> others) {
        Set<String> theirs = others.stream()
                .flatMap(other -> Stream.concat(Stream.of(other.key, other.name), other.aliases.stream()))
                .map(NameKey::of)
                .collect(Collectors.toSet());
        return Stream.concat(Stream.of(name), terms().stream())
                .filter(spelling -> theirs.contains(NameKey.of(spelling)))
                .findFirst();
    }
}
