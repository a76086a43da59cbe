package dev.rapport.channel;

import dev.rapport.web.NameKey;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A channel's name and other spellings as a form sends them. */
public class ChannelForm {
    private static final int LONGEST = 100;

    @FormParam("name")
    @Nullable
    String name;

    @FormParam("aliases")
    @Nullable
    String aliases;

    static ChannelForm of(Channel channel) {
        ChannelForm form = new ChannelForm();
        form.name = channel.name;
        form.aliases = TermList.text(channel.aliases);
        return form;
    }

    String nameText() {
        return name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }

    String aliasesText() {
        return aliases == null ? "" : aliases.strip();
    }

    List<String> terms() {
        return TermList.of(aliases);
    }

    boolean isNameBad() {
        return nameText().isEmpty()
                || nameText().length() > LONGEST
                || nameText().indexOf('\0') >= 0;
    }

    /** A spelling of this form that means another channel already; a file's channel would be either. */
    Optional<String> taken(List<Channel> others) {
        Set<String> theirs = others.stream()
                .flatMap(other -> Stream.concat(Stream.of(other.key, other.name), other.aliases.stream()))
                .map(NameKey::of)
                .collect(Collectors.toSet());
        return Stream.concat(Stream.of(nameText()), terms().stream())
                .filter(spelling -> theirs.contains(NameKey.of(spelling)))
                .findFirst();
    }
}
