package dev.rapport.channel;

import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        form.aliases = Terms.text(channel.aliases);
        return form;
    }

    String nameText() {
        return name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }

    String aliasesText() {
        return aliases == null ? "" : aliases.strip();
    }

    List<String> terms() {
        return Terms.of(aliases);
    }

    boolean isNameBad() {
        return nameText().isEmpty()
                || nameText().length() > LONGEST
                || nameText().indexOf('\0') >= 0;
    }

    /** A spelling of this form that means another channel already; a file's channel would be either. */
    Optional<String> taken(List<Channel> others) {
        List<String> theirs = others.stream()
                .flatMap(other -> Stream.concat(
                        Stream.of(other.key, other.name.toLowerCase(Locale.ROOT)), other.aliases.stream()))
                .toList();
        return Stream.concat(Stream.of(nameText().toLowerCase(Locale.ROOT)), terms().stream())
                .filter(theirs::contains)
                .findFirst();
    }
}
