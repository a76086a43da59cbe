package dev.rapport.behaviour;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps how many words pages have, as an administrator writes them down: a page and its words on each line. */
@ApplicationScoped
public class PageLengths {
    private static final int MOST = 5_000;
    private static final int MOST_WORDS = 1_000_000;
    private static final int LONGEST = 2_000;
    private static final Pattern LINE = Pattern.compile("(\\S.*?)[\\s,;=]+([1-9][0-9]{0,6})");

    private final Jdbi jdbi;

    PageLengths(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param wrong the first line that says no page and words; empty when all do */
    public record Read(Map<String, Integer> words, Optional<String> wrong) {}

    public static Read read(String text) {
        Map<String, Integer> words = new TreeMap<>();
        for (String line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            Matcher parts = LINE.matcher(line);
            boolean good = parts.matches()
                    && parts.group(1).length() <= LONGEST
                    && parts.group(1).indexOf('\0') < 0
                    && Integer.parseInt(parts.group(2)) <= MOST_WORDS
                    && words.size() < MOST;
            if (!good) {
                return new Read(Map.of(), Optional.of(line.length() > 100 ? line.substring(0, 100) : line));
            }
            words.put(parts.group(1), Integer.valueOf(parts.group(2)));
        }
        return new Read(words, Optional.empty());
    }

    /** As it was written down, in the order of pages. */
    public String text() {
        List<String> lines =
                jdbi.withHandle(handle -> handle.select("select page, words from page_length order by page")
                        .map((row, context) -> row.getString(1) + " " + row.getInt(2))
                        .list());
        return String.join("\n", lines);
    }

    /** In place of all that was kept before. */
    public void replace(Map<String, Integer> words) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from page_length");
            if (!words.isEmpty()) {
                try (PreparedBatch batch = handle.prepareBatch("insert into page_length (page, words) values (?, ?)")) {
                    words.forEach((page, count) -> batch.add(page, count));
                    batch.execute();
                }
            }
        });
    }
}
