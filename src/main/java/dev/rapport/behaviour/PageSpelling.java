package dev.rapport.behaviour;

import dev.rapport.cube.build.DirtyDays;
import dev.rapport.db.SqlBuilder;
import dev.rapport.web.PagePath;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Updates the one spelling of each stored page: of those that an import brings, and of all when it is to be another.
 */
@ApplicationScoped
public class PageSpelling {
    private final Jdbi jdbi;

    PageSpelling(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Spells the pages, and the patterns of goals and steps, that were stored before there was one spelling. */
    void start(@Observes StartupEvent event) {
        jdbi.useTransaction(PageSpelling::catchUp);
    }

    static void catchUp(Handle handle) {
        // whoever starts beside this waits here, and then finds nothing to do
        if (handle.execute("update settings set pages_to_spell = false where pages_to_spell") == 0) {
            return;
        }
        spellPatterns(handle, "goal", "page_pattern", "page_pattern is not null");
        spellPatterns(handle, "product_use", "page_pattern", "page_pattern is not null");
        spellPatterns(handle, "journey_step", "pattern", "kind = 'page'");
        spellAll(handle);
    }

    /** Spells the pages with an id above this. */
    public static void spellAfter(Handle handle, long id) {
        spell(handle, "id > " + id);
    }

    /** Spells all pages, and marks the days on which one was seen whose spelling is another now. */
    static void spellAll(Handle handle) {
        List<Integer> changed = spell(handle, "true");
        if (changed.isEmpty()) {
            return;
        }
        String pages = String.join(",", changed.stream().map(String::valueOf).toList());
        DirtyDays.mark(handle, "behaviour", """
                select session.started_at
                from event
                join visitor on visitor.id = event.visitor_id
                join session on session.person_id = visitor.person_id
                    and event.at between session.started_at and session.ended_at
                where event.page_id = any ('{%s}'::int[])
                """.formatted(pages));
    }

    private static List<Integer> spell(Handle handle, String which) {
        boolean slashMatters = slashMatters(handle);
        List<Integer> ids = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        List<String> withSlash = new ArrayList<>();
        SqlBuilder pages =
                new SqlBuilder().add("select id, path, shown, coalesce(with_slash, '') from page where " + which);
        pages.read(handle, page -> {
            String spelling = PagePath.of(page.getString(2), slashMatters);
            String slashed = slashMatters || spelling.endsWith("/") || !spelling.startsWith("/") ? "" : spelling + "/";
            if (!spelling.equals(page.getString(3)) || !slashed.equals(page.getString(4))) {
                ids.add(page.getInt(1));
                shown.add(spelling);
                withSlash.add(slashed);
            }
        });
        handle.execute(
                """
                update page set shown = spelt.shown, with_slash = nullif(spelt.with_slash, '')
                from unnest(?, ?, ?) as spelt (id, shown, with_slash) where spelt.id = page.id
                """,
                SqlBuilder.array("int", ids),
                SqlBuilder.array("text", shown),
                SqlBuilder.array("text", withSlash));
        return ids;
    }

    private static boolean slashMatters(Handle handle) {
        return handle.select("select page_slash_matters from settings")
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    private static void spellPatterns(Handle handle, String table, String column, String which) {
        String update = "update %s set %s = ? where id = ?".formatted(table, column);
        handle.select("select id, %s from %s where %s".formatted(column, table, which))
                .map((row, context) -> Map.entry(row.getInt(1), row.getString(2)))
                .list()
                .forEach(each -> handle.execute(update, pattern(each.getValue()), each.getKey()));
    }

    /** Whether it may be a pattern: paths begin with a slash; a pattern may begin with a star. */
    public static boolean isPattern(String written) {
        return written.startsWith("/") || written.startsWith("*");
    }

    /** Whether it is no choice, as every page is like it. */
    public static boolean isEverything(String written) {
        return written.matches("/?\\*+");
    }

    /** A pattern in the spelling of pages; a slash at its end is left, as pages are held against it with and without theirs. */
    public static String pattern(String written) {
        return PagePath.of(written, true);
    }
}
