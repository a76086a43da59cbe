package dev.rapport.dashboard.list;

import dev.rapport.dashboard.FactRows;
import dev.rapport.dashboard.RowPage;
import dev.rapport.dashboard.RowReader;
import dev.rapport.db.QueryPool;
import dev.rapport.query.RowQuery;
import dev.rapport.slice.Slice;
import dev.rapport.voice.FollowUpFilter;
import dev.rapport.voice.VoiceRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the lists that people work through, a page at a time: low scores, and what customers wrote. */
@ApplicationScoped
public class WorkLists {
    public static final int PAGE = 50;

    private final QueryPool queryPool;

    WorkLists(QueryPool queryPool) {
        this.queryPool = queryPool;
    }

    /** How many low scores there are in each state that any is in. */
    public Map<String, Long> followUpStates(Slice slice, FollowUpFilter filter) {
        Map<String, Long> states = new LinkedHashMap<>();
        try (QueryPool.Turn turn = queryPool.forQuestion()) {
            new RowReader(turn.handle(), VoiceRows.followUpStates(slice, filter), slice.zone())
                    .read(PAGE)
                    .forEach(cells -> states.put(cells.get(0), Long.parseLong(cells.get(1))));
            return states;
        }
    }

    /** Everybody who has ever taken a low score. */
    public List<String> owners() {
        try (QueryPool.Turn turn = queryPool.forQuestion()) {
            return turn.handle()
                    .select("select distinct owner from follow_up where owner is not null order by 1 limit 200")
                    .mapTo(String.class)
                    .list();
        }
    }

    /** @param page from 1 */
    public RowPage page(RowQuery query, Slice slice, int page) {
        try (QueryPool.Turn turn = queryPool.forQuestion()) {
            return FactRows.page(turn.handle(), query, slice, new FactRows.Piece(PAGE, (page - 1) * PAGE));
        }
    }
}
