package dev.rapport.ingest.store;

import dev.rapport.db.TableStatistics;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.StoragePath;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.SurveysOfFile;
import dev.rapport.person.Identities;
import dev.rapport.segment.SegmentRefresh;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Turns the staged rows into facts, all of them or none: the transaction is the caller's. First they are told apart,
 * which changes nothing that is kept; then they are stored, unless that leaves a question open.
 */
public final class ImportMerge {
    private final Handle handle;
    private final FactType target;
    private final Mapping mapping;
    private final KeyRepeat repeat;

    public ImportMerge(Handle handle, FactType target, Mapping mapping) {
        this.handle = handle;
        this.target = target;
        this.mapping = TraitNames.asKnown(handle, mapping);
        this.repeat = mapping.repeats(target);
    }

    /**
     * What would become of the rows.
     *
     * @param source empty where rows have none: events and people
     * @param oneKey the key that all rows have; empty when they differ
     * @param changed orders that are known with other lines, where lines have no key
     * @param reasons how many different reasons for leaving or stopping it gives
     * @param total a figure that adds up all others of its column; empty when there is none
     * @param channels that would be made
     */
    public record Classified(
            ImportCounts counts,
            Optional<SourceChoice> source,
            String oneKey,
            long changed,
            long reasons,
            Optional<String> total,
            ForeseenChannels channels) {
        static Classified of(ImportCounts counts, ForeseenChannels channels) {
            return new Classified(counts, Optional.empty(), "", 0, 0, Optional.empty(), channels);
        }

        public Classified with(ImportCounts others) {
            return new Classified(others, source, oneKey, changed, reasons, total, channels);
        }
    }

    /** @param staged how many wait */
    public Classified classify(String fileName, long staged) {
        QueryPlans.prepare(handle, staged);
        TableStatistics.renew(handle, Undo.tables());
        // of events, only the columns by which repetitions are found and pairs put together
        handle.execute(
                isEvents()
                        ? "analyze import_event (message, content, person_no, pair_no); analyze import_person"
                        : "analyze import_stage");
        ChannelMerge channels = new ChannelMerge(handle, target, mapping);
        if (isEvents()) {
            return Classified.of(EventWinners.choose(handle, repeat, staged), channels.foresee());
        }
        Optional<FactTable> table = target.table();
        int traits = mapping.traits().size();
        if (table.isEmpty()) {
            Winners winners = Winners.choose(handle, target, repeat, new Winners.Scope("", staged, traits));
            return Classified.of(PeopleNews.classify(handle, target, mapping, winners, staged), channels.foresee());
        }
        FactTable fact = table.get();
        OwnVisitors.recognise(handle, fact);
        SourceChoice source = SourceChoice.of(handle, target, mapping, fileName);
        String suffix = Sources.suffix(handle, source.name());
        Winners winners = Winners.choose(handle, target, repeat, new Winners.Scope(suffix, staged, traits));
        ImportCounts counts = FactMerge.classify(handle, fact, repeat, winners, staged);
        return new Classified(
                counts,
                Optional.of(source),
                winners.rows() == 1 && staged > 1 && winners.added() == 0 && Winners.isKeyed(handle)
                        ? Suspicions.key(handle)
                        : "",
                Suspicions.changedOrders(handle, target),
                Suspicions.reasons(handle, target),
                Suspicions.total(handle, target),
                channels.foresee());
    }

    /** The same, with what only storing would tell, and without storing. */
    public Classified foresee(String fileName, long staged) {
        Classified classified = classify(fileName, staged);
        return isEvents() ? classified.with(EventWinners.foresee(handle, classified.counts())) : classified;
    }

    /** Stores what was classified before in the same transaction. */
    public ImportCounts store(SurveysOfFile surveys, Classified classified, int importId) {
        NameMerge.run(handle, target, importId);
        int[] merged = people(importId);
        new ChannelMerge(handle, target, mapping).run(importId);
        SurveyMerge.run(handle, target, mapping, surveys, importId);
        TraitMerge.run(handle, target, mapping, repeat, importId);
        TraitMerge.names(handle, merged, true);
        SegmentRefresh.refresh(handle, merged);
        ImportCounts counts = facts(classified, importId);
        // what is asked next is planned with what there is now
        TableStatistics.renew(handle, Undo.tables());
        return counts;
    }

    private ImportCounts facts(Classified classified, int importId) {
        if (isEvents()) {
            return EventMerge.run(handle, classified.counts(), importId);
        }
        Optional<FactTable> table = target.table();
        if (table.isEmpty()) {
            PeopleNews.keepReplaced(handle, importId);
            return classified.counts();
        }
        Sources.Source source =
                Sources.ensure(handle, classified.source().orElseThrow().name(), importId);
        handle.execute("update import_job set source_id = ? where id = ?", source.id(), importId);
        FactMerge.run(handle, table.get(), repeat, importId, source.id());
        return classified.counts();
    }

    private boolean isEvents() {
        return target.storagePath() == StoragePath.EVENTS;
    }

    private int[] people(int importId) {
        if (target.person() == PersonRule.NONE) {
            return new int[0];
        }
        Identities.ensure(
                handle,
                isEvents() ? "select key from import_person" : "select distinct person from import_winner",
                importId);
        // only events say who used a device
        boolean devices = isEvents() && mapping.binding(FactType.ANONYMOUS).isPresent();
        int[] identified = devices ? devices(importId) : new int[0];
        int[] joined =
                Identities.join(handle, isEvents() ? "select email, number from import_both" : Staging.BOTH, importId);
        return IntStream.concat(Arrays.stream(identified), Arrays.stream(joined))
                .distinct()
                .toArray();
    }

    private int[] devices(int importId) {
        handle.execute("""
                create temp table import_pair on commit drop as
                select p.anonymous, p.person, min(e.at) as at
                from (select pair_no, min(f_at) as at from import_event where pair_no is not null group by 1) as e
                join import_pairing p on p.no = e.pair_no group by 1, 2
                """);
        handle.execute("analyze import_pair");
        return Identities.identify(handle, "select anonymous, person, at from import_pair", importId);
    }
}
