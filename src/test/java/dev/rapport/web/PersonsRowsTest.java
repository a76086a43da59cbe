package dev.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.testsupport.Endpoints;
import dev.rapport.testsupport.Endpoints.Endpoint;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who takes rows of persons is noted: every endpoint with a file says whether it has some. */
class PersonsRowsTest {
    /** Figures, groups, days, and lists of what is nobody's: posts of the company, pages, links, metrics, targets, notes. */
    private static final Set<String> WITHOUT_PERSONS = Set.of(
            "GET /",
            "GET /annotations.csv",
            "GET /api/imports/{id}",
            "GET /campaigns/goals.csv",
            "GET /catalogue.csv",
            "GET /cohorts.csv",
            "GET /guide/mistakes.csv",
            "GET /journey.csv",
            "GET /journey.json",
            "GET /journey/drop-offs.csv",
            "GET /journey/touches.csv",
            "GET /metrics/churn_rate/what-if.csv",
            "GET /metrics/churn_rate/what-if.json",
            "GET /metrics/health_score/left.csv",
            "GET /metrics/health_score/left.json",
            "GET /metrics/{key: [a-z0-9_]+}.csv",
            "GET /metrics/{key: [a-z0-9_]+}.json",
            "GET /metrics/{key: [a-z0-9_]+}/movement.csv",
            "GET /my-metrics/figures.csv",
            "GET /offers.csv",
            "GET /offers.json",
            "GET /pages.csv",
            "GET /pages.json",
            "GET /pages/links.csv",
            "GET /pages/links.json",
            "GET /preferred.csv",
            "GET /preferred.json",
            "GET /product/adoption.csv",
            "GET /sign-in",
            "GET /sign-in-failed",
            "GET /social/posts.csv",
            "GET /support/load.csv",
            "GET /support/work.csv",
            "GET /support/work.json",
            "GET /targets.csv",
            "POST /api/imports",
            "POST /sign-out",
            "POST /theme");

    @Test
    void everyFileSaysWhetherItHasPersons() {
        Set<String> unmarked = files(false);
        assertThat(unmarked).containsExactlyInAnyOrderElementsOf(new TreeSet<>(WITHOUT_PERSONS));
    }

    @Test
    void theFilesWithPersonsAreThese() {
        assertThat(files(true))
                .containsExactlyInAnyOrder(
                        "GET /customers/list.csv",
                        "GET /customers/{id: [0-9]{1,9}}.csv",
                        "GET /metrics/{key: [a-z0-9_]+}/rows.csv",
                        "GET /follow-up.csv",
                        "GET /follow-up.json",
                        "GET /promoters.csv",
                        "GET /promoters.json",
                        "GET /comments.csv",
                        "GET /comments.json",
                        "GET /imports/{id}/{list: rejects|notes|replaced}.csv",
                        "GET /api/imports/{id}/{list: rejects|notes|replaced}.csv");
    }

    private static Set<String> files(boolean persons) {
        return Endpoints.all().stream()
                .filter(endpoint -> !endpoint.type().startsWith("text/html"))
                .filter(endpoint -> endpoint.method().isAnnotationPresent(PersonsRows.class) == persons)
                .map(Endpoint::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
