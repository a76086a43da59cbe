package dev.rapport.behaviour;

import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.SqlFile;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads how each page of a slice was used, and all of them together. */
@ApplicationScoped
public class PageWorkReader {
    private static final String[] VIEWS = SqlFile.of("behaviour/page_work").split("%s", 2);
    private static final String COUNTED = """
            count(*) as views, sum(fact.exited) as exits, sum(fact.onward) as onward, count(fact.visible_ms) as timed,
            percentile_cont(0.5) within group (order by fact.visible_ms) as median, coalesce(sum(fact.deep), 0) as deep,
            coalesce(sum(fact.deep_left), 0) as deep_left
            """;
    private static final double MILLIS = 1_000;

    private final ReadTransactions readTransactions;

    PageWorkReader(ReadTransactions readTransactions) {
        this.readTransactions = readTransactions;
    }

    /** @param all of all pages; empty when nobody viewed any */
    public record Pages(Optional<PageWork> all, List<PageWork> pages) {}

    public Pages read(Slice slice) {
        return readTransactions.read(readTransaction -> {
            Handle handle = readTransaction.handle();
            Map<String, Integer> words = words(handle);
            return new Pages(
                    read(handle, slice, Grouping.TOTAL, words).stream()
                            .filter(all -> all.views() > 0)
                            .findFirst(),
                    read(handle, slice, Grouping.parts(Dimension.PAGE), words));
        });
    }

    private static List<PageWork> read(Handle handle, Slice slice, Grouping grouping, Map<String, Integer> words) {
        List<PageWork> pages = new ArrayList<>();
        new SliceSql(slice, slice.period(), grouping)
                .add(VIEWS[0])
                .andChannel("session.channel_id")
                .add(VIEWS[1])
                .select(COUNTED)
                .add(" group by 1, 2, 3, 4")
                .run(handle, (key, row) -> pages.add(page(key.part().orElse(""), row, words)));
        return pages;
    }

    private static PageWork page(String page, ResultSet row, Map<String, Integer> words) throws SQLException {
        double median = row.getDouble("median");
        return new PageWork(
                page,
                row.getLong("views"),
                row.getLong("exits"),
                row.getLong("onward"),
                row.getLong("timed"),
                row.getLong("timed") == 0 ? Optional.empty() : Optional.of(median / MILLIS),
                row.getLong("deep"),
                row.getLong("deep_left"),
                Optional.ofNullable(words.get(page)));
    }

    private static Map<String, Integer> words(Handle handle) {
        Map<String, Integer> words = new HashMap<>();
        handle.select("select page, words from page_length")
                .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(each -> words.put(each.getKey(), each.getValue()));
        return words;
    }
}
