package dev.rapport.social;

import dev.rapport.channel.KnownNames;
import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlBuilder;
import dev.rapport.slice.Dimension;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads mentions with what is known of them, and stores the labels that people give. Facts are never overwritten:
 * whatever is said, or taken back, is a new row, which belongs to the mention's key; the mention's day is dirty from
 * then on. To be called in a transaction.
 */
@Singleton
class Mentions {
    private static final String SELECT = """
            select mention.id, mention.key, mention.network, coalesce(mention.brand, ''), coalesce(mention.topic, ''),
                   coalesce(mention.text, ''), mention.at, mention.sentiment::text, mention.frustrated::text,
                   mention.technical::text, mention.article_helps::text, mention.needs_reply::text, mention.topic,
                   coalesce(mention.labelled_by, 'import'), mention.received_at
            from labelled_mention as mention
            """;

    private static final int FIRST_LABEL = 8;

    private final Jdbi jdbi;

    Mentions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Mention> list(LabelFilter filter) {
        return read(
                SELECT + "where " + filter.where() + " order by mention.at desc, mention.id desc limit ? offset ?",
                LabelFilter.SIZE,
                filter.offset());
    }

    Optional<Mention> find(long id) {
        return read(SELECT + "where mention.id = ?", id).stream().findFirst();
    }

    long count(LabelFilter filter) {
        return jdbi.withHandle(
                handle -> handle.select("select count(*) from labelled_mention as mention where " + filter.where())
                        .mapTo(Long.class)
                        .one());
    }

    /** @param value empty: what was said is taken back, and what the import says holds again */
    void say(Mention mention, Label label, Optional<String> value, String who, Instant now) {
        jdbi.useHandle(handle -> {
            // Two who label the same mention at once come one after the other.
            handle.execute("select id from mention where id = ? for update", mention.id());
            handle.execute(
                    "update mention_label set current = false where mention_key = ? and field = ? and current",
                    mention.key(),
                    label.key());
            handle.execute(
                    "insert into mention_label (mention_key, field, value, set_by, set_at) values (?, ?, ?, ?, ?)",
                    mention.key(),
                    label.key(),
                    known(handle, label, value).orElse(null),
                    who,
                    now.atOffset(ZoneOffset.UTC));
            DirtyDays.mark(handle, "social", "select at from mention where id = " + mention.id());
        });
    }

    /** A topic in the spelling in which it is known. */
    private static Optional<String> known(Handle handle, Label label, Optional<String> value) {
        return label == Label.TOPIC && value.isPresent()
                ? Optional.ofNullable(new KnownNames(handle, null)
                        .of(Dimension.TOPIC, List.of(value.get()))
                        .get(value.get()))
                : value;
    }

    /** What somebody said last of the mention, and what had been said before that. */
    record Last(Label label, Optional<String> before) {}

    /** Empty when that person has not said anything of it that still counts. */
    Optional<Last> last(Mention mention, String who) {
        return jdbi.withHandle(handle -> handle.select("""
                        select said.field,
                               (select earlier.value from mention_label as earlier
                                where earlier.mention_key = said.mention_key and earlier.field = said.field
                                  and earlier.id < said.id
                                order by earlier.id desc limit 1) as before
                        from mention_label as said
                        where said.mention_key = ? and said.set_by = ? and said.current
                        order by said.id desc limit 1
                        """, mention.key(), who)
                .map((row, context) -> {
                    Optional<String> before = Optional.ofNullable(row.getString(2));
                    return Label.of(row.getString(1)).map(label -> new Last(label, before));
                })
                .findOne()
                .flatMap(said -> said));
    }

    private List<Mention> read(String sql, Object... values) {
        return jdbi.withHandle(handle -> {
            List<Mention> mentions = handle.select(sql, values)
                    .map((row, context) -> new Mention(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getObject(7, OffsetDateTime.class).toInstant(),
                            imported(row)))
                    .list();
            said(handle, mentions);
            return mentions;
        });
    }

    /** All that is known, as if the import had said it. */
    private static Map<Label, Mention.Known> imported(ResultSet row) throws SQLException {
        Map<Label, Mention.Known> known = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            String value = row.getString(FIRST_LABEL + label.ordinal());
            if (value != null) {
                known.put(label, new Mention.Known(value, row.getString(14), Optional.empty()));
            }
        }
        return known;
    }

    /** Who has really said it, where that was a person. */
    private static void said(Handle handle, List<Mention> mentions) {
        Map<String, Mention> byKey = new HashMap<>();
        mentions.forEach(mention -> byKey.put(mention.key(), mention));
        new SqlBuilder().add("""
                        select mention_key, field, value, set_by, set_at from mention_label
                        where current and value is not null and mention_key = any (?)
                        """, SqlBuilder.array("text", byKey.keySet())).read(handle, row -> {
            Mention mention = byKey.get(row.getString(1));
            Optional<Label> label = Label.of(row.getString(2));
            if (mention != null && label.isPresent()) {
                Instant at = row.getObject(5, OffsetDateTime.class).toInstant();
                mention.known()
                        .put(label.get(), new Mention.Known(row.getString(3), row.getString(4), Optional.of(at)));
            }
        });
    }
}
