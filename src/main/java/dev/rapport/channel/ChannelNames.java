package dev.rapport.channel;

import dev.rapport.db.SqlBuilder;
import dev.rapport.web.NameKey;
import dev.rapport.web.Slug;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Maps channel names as files write them to ids, by name or other spelling ({@link NameKey}). Those that Rapport brings
 * along are found by their key too, whatever stands between its words. A name nobody knows becomes a channel of its
 * own. For one transaction; make one for each import.
 */
public final class ChannelNames {
    /** More would be a column that holds no channels: customers' names, addresses. */
    public static final int MOST_CHANNELS = 200;
    /** Serialises those who add channels. */
    private static final long LOCK = 0x7261_7063_6861_6e01L;

    /** Those of the first migrations: people know them by many spellings, {@code web_form}, {@code e mail}. */
    private static final Set<String> BUILT_IN = Set.of(
            "direct",
            "organic-search",
            "paid-search",
            "social",
            "paid-social",
            "email",
            "sms",
            "push",
            "referral",
            "affiliate",
            "display",
            "video",
            "app",
            "chat",
            "phone",
            "self-service",
            "web-form",
            "in-person",
            "other",
            "unknown");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_./-]+");

    private final Handle handle;
    private final Map<String, Short> known = new HashMap<>();
    private final Map<String, Short> builtIn = new HashMap<>();
    private final Map<Short, String> shown = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();

    public ChannelNames(Handle handle) {
        this.handle = handle;
        load();
    }

    public short id(String name) {
        return ids(List.of(name)).values().iterator().next();
    }

    /** The channel that a name means already, by its id; an empty name is "unknown". */
    public Optional<Short> known(String name) {
        String letters = NameKey.of(name);
        Short id = known.get(letters);
        return Optional.ofNullable(id == null ? builtIn.get(joined(letters)) : id);
    }

    /**
     * The channel of each name; an empty name is "unknown".
     *
     * @throws TooManyChannelsException when the new names would make more channels than anybody could look at
     */
    public Map<String, Short> ids(Collection<String> names) {
        if (!names.stream().allMatch(name -> known(name).isPresent())) {
            add(names);
        }
        Map<String, Short> ids = new HashMap<>();
        names.forEach(name -> ids.put(name, known(name).orElseThrow()));
        return ids;
    }

    /**
     * The channels that these names would make, those with most rows first; spellings of one name are one.
     *
     * @param rows by name
     */
    public List<NewChannel> wouldMake(Map<String, Long> rows) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Long> counts = new HashMap<>();
        rows.keySet().stream().sorted().filter(name -> known(name).isEmpty()).forEach(name -> {
            names.putIfAbsent(NameKey.of(name), NameKey.shown(name));
            counts.merge(NameKey.of(name), rows.getOrDefault(name, 0L), Long::sum);
        });
        return names.entrySet().stream()
                .map(each -> new NewChannel(
                        each.getValue(),
                        counts.getOrDefault(each.getKey(), 0L),
                        alike(each.getValue(), names.values())))
                .sorted(Comparator.comparingLong(NewChannel::rows).reversed())
                .toList();
    }

    private List<String> alike(String name, Collection<String> others) {
        Set<Short> like = new HashSet<>();
        known.forEach((spelling, id) -> {
            if (NameLikeness.between(name, spelling)) {
                like.add(id);
            }
        });
        return Stream.concat(
                        shown.entrySet().stream()
                                .filter(channel -> like.contains(channel.getKey()))
                                .map(Map.Entry::getValue),
                        others.stream().filter(other -> NameLikeness.between(name, other)))
                .toList();
    }

    /** The names of the channels there are, the newest first. */
    public Collection<String> shown() {
        return shown.values();
    }

    private void add(Collection<String> names) {
        handle.execute("select pg_advisory_xact_lock(?)", LOCK);
        load();
        Map<String, String> added = new LinkedHashMap<>();
        for (String name : names) {
            if (known(name).isEmpty()) {
                added.putIfAbsent(NameKey.of(name), NameKey.shown(name));
            }
        }
        if (keys.size() + added.size() > MOST_CHANNELS) {
            throw new TooManyChannelsException(keys.size() + added.size());
        }
        insert(added.values());
        load();
    }

    private void insert(Collection<String> names) {
        try (PreparedBatch batch = handle.prepareBatch("insert into channel (key, name) values (?, ?)")) {
            for (String name : names) {
                String key = Slug.unused(name, keys::contains);
                keys.add(key);
                batch.add(key, name);
            }
            batch.execute();
        }
    }

    /** Aliases first: a name, which is a channel's own, outdoes another channel's alias. */
    private void load() {
        keys.clear();
        shown.clear();
        Map<String, Short> own = new HashMap<>();
        Map<String, Short> ownBuiltIn = new HashMap<>();
        new SqlBuilder()
                .add("select id, key, name, aliases from channel order by id desc")
                .read(handle, rows -> {
                    short id = rows.getShort(1);
                    String key = rows.getString(2);
                    keys.add(key);
                    shown.put(id, rows.getString(3));
                    List<String> aliases = ChannelQueries.texts(rows, 4);
                    aliases.forEach(alias -> known.put(NameKey.of(alias), id));
                    own.put(NameKey.of(rows.getString(3)), id);
                    if (BUILT_IN.contains(key)) {
                        own.put(key, id);
                        aliases.forEach(alias -> builtIn.put(joined(NameKey.of(alias)), id));
                        ownBuiltIn.put(joined(NameKey.of(rows.getString(3))), id);
                        ownBuiltIn.put(key, id);
                    }
                });
        known.putAll(own);
        builtIn.putAll(ownBuiltIn);
        known.put("", own.getOrDefault("unknown", (short) 0));
    }

    private static String joined(String letters) {
        return BETWEEN_WORDS.matcher(letters).replaceAll("-");
    }
}
