package dev.rapport.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;

/** Events, in visits of one to many page views with now and then a goal, in the order of the visits' beginnings. */
final class BenchVisits {
    private static final double BOUNCES = 0.42;
    private static final int PAGE_VIEW = 1;
    private static final int TRACKED = 3;
    private static final long SECOND = 1_000_000;

    private final BenchDictionary dictionary;
    private final People people;
    private final Chance chance;

    BenchVisits(BenchDictionary dictionary, People people, Chance chance) {
        this.dictionary = dictionary;
        this.people = people;
        this.chance = chance;
    }

    private record Visit(long at, int person, int way, int views, int tracked, boolean buys, boolean signsUp) {
        int events() {
            return views + tracked + (buys ? 1 : 0) + (signsUp ? 1 : 0);
        }
    }

    /** Exactly so many events over the year. */
    void write(Connection connection, long events) throws SQLException {
        double left = 0;
        for (int day = 0; day < Calendar.DAYS; day++) {
            left += Calendar.busyness(day);
        }
        long remaining = events;
        try (Rows rows = new Rows(
                connection,
                "event",
                "visitor_id, message_id, at, kind, name_id, page_id, source_id, scroll_percent, visible_ms")) {
            for (int day = 0; day < Calendar.DAYS; day++) {
                double share = Calendar.busyness(day) / left;
                int today = (int) (day == Calendar.DAYS - 1 ? remaining : Math.round(remaining * share));
                left -= Calendar.busyness(day);
                remaining -= today;
                writeDay(rows, day, today);
            }
        }
    }

    private void writeDay(Rows rows, int day, int events) throws SQLException {
        Visit[] visits = new Visit[events];
        int count = 0;
        int newcomer = people.joinedBefore(day);
        int newcomers = people.joinedBy(day) - newcomer;
        int told = 0;
        while (told < events) {
            // Who joins comes on that day, as long as the day has room for others.
            boolean fresh = newcomers > 0 && told < events * 2 / 3;
            int person = fresh ? newcomer++ : people.draw(chance, day);
            newcomers -= fresh ? 1 : 0;
            Visit visit = visit(day, person, fresh, events - told);
            visits[count++] = visit;
            told += visit.events();
        }
        Arrays.sort(visits, 0, count, Comparator.comparingLong(Visit::at));
        for (int i = 0; i < count; i++) {
            tell(rows, visits[i]);
        }
    }

    private Visit visit(int day, int person, boolean fresh, int room) {
        int way = chance.of(0.55) ? people.favourite(person) : chance.of(BenchDictionary.WAY_WEIGHTS);
        boolean bounces = chance.of(BOUNCES - 0.02 * (way % 7) + (fresh ? 0.15 : 0));
        int views = bounces ? 1 : 2 + (int) chance.exponential(2.8);
        int tracked = bounces || !chance.of(0.3) ? 0 : 1 + (int) chance.exponential(1.5);
        boolean buys = !bounces && chance.of(0.035 + 0.002 * (way % 5));
        boolean signsUp = !bounces && chance.of(fresh ? 0.1 : 0.01);
        Visit visit = new Visit(Calendar.moment(chance, day), person, way, views, tracked, buys, signsUp);
        return visit.events() <= room ? visit : new Visit(visit.at, person, way, room, 0, false, false);
    }

    private void tell(Rows rows, Visit visit) throws SQLException {
        int visitor = people.visitor(chance, visit.person);
        int source = dictionary.sources[visit.way];
        long at = visit.at;
        int page = 0;
        int tracked = visit.tracked;
        for (int view = 0; view < visit.views; view++) {
            page = dictionary.pages[chance.of(BenchDictionary.PAGE_WEIGHTS)];
            long visible = Math.min(20 * 60, 1 + (long) chance.lognormal(32, 1.0)) * SECOND + chance.below(1_000_000);
            event(rows, visitor, at, PAGE_VIEW, dictionary.event("page_view"), page, source);
            rows.small(5 + chance.below(96)).number((int) (visible / 1000));
            at += visible;
            if (tracked > 0 && view > 0) {
                String feature = BenchDictionary.FEATURES.get((int) Math.min(5, chance.exponential(1.6)));
                at = track(rows, visitor, at, feature, page, source);
                tracked--;
            }
        }
        while (tracked-- > 0) {
            at = track(rows, visitor, at, BenchDictionary.FEATURES.get(0), page, source);
        }
        if (visit.signsUp) {
            at = track(rows, visitor, at, "sign_up", page, source);
        }
        if (visit.buys) {
            track(rows, visitor, at, "purchase", page, source);
        }
    }

    private long track(Rows rows, int visitor, long at, String name, int page, int source) throws SQLException {
        event(rows, visitor, at, TRACKED, dictionary.event(name), page, source);
        rows.none().none();
        return at + SECOND + chance.below(20_000_000);
    }

    private void event(Rows rows, int visitor, long at, int kind, int name, int page, int source) throws SQLException {
        rows.row()
                .number(visitor)
                .uuid(chance)
                .at(at)
                .small(kind)
                .number(name)
                .number(page)
                .number(source);
    }
}
