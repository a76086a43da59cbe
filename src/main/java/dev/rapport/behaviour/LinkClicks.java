package dev.rapport.behaviour;

import dev.rapport.cube.read.DimensionKey;
import dev.rapport.cube.read.FactReader;
import dev.rapport.cube.read.Grouping;
import dev.rapport.cube.read.ReadTransaction;
import dev.rapport.cube.read.SliceSql;
import dev.rapport.db.SqlFile;
import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Figure;
import dev.rapport.metric.LinkClickRate;
import dev.rapport.metric.Metric;
import dev.rapport.slice.Dimension;
import dev.rapport.slice.Period;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the views of pages in which a link or button was clicked. */
@ApplicationScoped
public class LinkClicks implements FactReader {
    private static final String[] VIEWS = SqlFile.of("behaviour/link_views").split("%s", -1);
    private static final String LINK = "event.properties ->> 'link'";
    private static final String ANY = "''";

    /** Holds how often one link on one page was clicked. @param clicked of the views of the page */
    public record Link(String page, String link, CountedShare clicked) {}

    @Override
    public boolean reads(Metric metric) {
        return metric instanceof LinkClickRate;
    }

    @Override
    public Map<DimensionKey, Figure> read(
            ReadTransaction readTransaction, Metric metric, Slice slice, Period period, Grouping grouping) {
        Map<DimensionKey, Figure> figures = FactReader.begun(grouping);
        boolean byLink = grouping.part().equals(Optional.of(Dimension.LINK))
                || slice.option(Dimension.LINK.option()).isPresent();
        facts(slice, period, grouping, byLink)
                .select("sum(fact.clicked) as clicked, count(*) as views")
                .add(" group by 1, 2, 3, 4")
                .run(
                        readTransaction.handle(),
                        (key, row) -> figures.put(
                                key, ((LinkClickRate) metric).figure(row.getLong("clicked"), row.getLong("views"))));
        return figures;
    }

    /** Every link of every page that was viewed, the most viewed page first. */
    public List<Link> links(ReadTransaction readTransaction, Slice slice) {
        List<Link> links = new ArrayList<>();
        facts(slice, slice.period(), Grouping.parts(Dimension.PAGE), true)
                .select("fact.link, sum(fact.clicked) as clicked, count(*) as views")
                .add(" group by 1, 2, 3, 4, 5")
                .run(
                        readTransaction.handle(),
                        (key, row) -> links.add(new Link(
                                key.part().orElse(""),
                                row.getString("link"),
                                new CountedShare(row.getLong("clicked"), row.getLong("views")))));
        links.sort(Comparator.comparing((Link link) -> -link.clicked.whole())
                .thenComparing(Link::page)
                .thenComparing(link -> -link.clicked.part())
                .thenComparing(Link::link));
        return links;
    }

    private static SliceSql facts(Slice slice, Period period, Grouping grouping, boolean byLink) {
        String apart = byLink ? LINK : ANY;
        String part = grouping.part()
                .map(dimension -> dimension == Dimension.LINK ? "linked.link" : "page.shown")
                .orElse("null::text");
        return new SliceSql(slice, period, grouping)
                .add(VIEWS[0])
                .andChannel("session.channel_id")
                .add(VIEWS[1] + apart + VIEWS[2] + apart + VIEWS[3] + part + VIEWS[4])
                .andPart(Dimension.PAGE, "page.shown")
                .andPart(Dimension.LINK, "linked.link")
                .add(")\n");
    }
}
