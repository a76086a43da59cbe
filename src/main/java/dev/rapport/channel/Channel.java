package dev.rapport.channel;

import dev.rapport.web.Choice;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Stores a channel, in which customers are met: one list for marketing and support alike. Deleted only when nothing
 * refers to it.
 */
@Entity
public class Channel extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(columnDefinition = "smallint")
    public Short id;

    /** As in URLs; stays when the channel is renamed. */
    @Column(columnDefinition = "text")
    public String key;

    @Column(columnDefinition = "text")
    public String name;

    /** Other spellings met in files, lower case. */
    @Column(columnDefinition = "text[]")
    public List<String> aliases = new ArrayList<>();

    @Column
    public int position = 1000;

    public static List<Channel> inOrder() {
        return listAll(Sort.by("position").and("id"));
    }

    /** Keys by id, which rows name a channel by. */
    public static Map<Short, String> keys() {
        return inOrder().stream().collect(Collectors.toMap(channel -> channel.id, channel -> channel.key));
    }

    /** For a form's list. */
    public static List<Choice> choices() {
        return inOrder().stream()
                .map(channel -> new Choice(channel.key, channel.name))
                .toList();
    }

    public static Optional<Channel> withKey(String key) {
        return find("key", key).firstResultOptional();
    }

    public static Optional<Channel> withId(int id) {
        return id < 1 || id > Short.MAX_VALUE ? Optional.empty() : findByIdOptional((short) id);
    }
}
