package dev.rapport.dashboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps for each person the metrics that they chose, by keys; some may be of metrics that are no more. */
@ApplicationScoped
public class OwnMetrics {
    /** More than anybody looks at; a page of them asks for all of them at once. */
    public static final int MOST = 24;

    private final Jdbi jdbi;

    OwnMetrics(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In the order in which they were chosen. */
    public List<String> of(String person) {
        return jdbi.withHandle(handle -> of(handle, person));
    }

    /** False, and nothing is added, when they would be too many. */
    boolean add(String person, Collection<String> metrics) {
        return jdbi.inTransaction(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtext('own_metric'), hashtext(?))", person);
            List<String> known = of(handle, person);
            long fresh = metrics.stream()
                    .distinct()
                    .filter(metric -> !known.contains(metric))
                    .count();
            if (known.size() + fresh > MOST) {
                return false;
            }
            for (String metric : metrics) {
                handle.execute(
                        "insert into own_metric (person, metric) values (?, ?) on conflict do nothing", person, metric);
            }
            return true;
        });
    }

    void remove(String person, String metric) {
        jdbi.useHandle(
                handle -> handle.execute("delete from own_metric where person = ? and metric = ?", person, metric));
    }

    private static List<String> of(Handle handle, String person) {
        return handle.select("select metric from own_metric where person = ? order by place", person)
                .mapTo(String.class)
                .list();
    }
}
