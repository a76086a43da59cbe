package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactType;
import dev.rapport.ingest.file.TableHeader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Maps records to rows: one of each or, where a record answers several questions, one of each answer. */
public final class RowMappers {
    private final List<RowMapper> mappers;

    public RowMappers(
            FactType target,
            Mapping mapping,
            TableHeader header,
            ZoneId zone,
            SurveysOfFile surveys,
            ExchangeRates rates,
            ValueRemarks remarks) {
        this.mappers = ScoreSuggestion.questions(mapping).stream()
                .map(one -> new RowMapper(target, one, header, zone, surveys, rates, remarks))
                .toList();
    }

    public RowMappers(
            FactType target,
            Mapping mapping,
            TableHeader header,
            ZoneId zone,
            SurveysOfFile surveys,
            ExchangeRates rates) {
        this(target, mapping, header, zone, surveys, rates, ValueRemarks.ignored());
    }

    /** @return empty when the filter leaves the record out */
    public List<MappedRow> map(List<String> cells, long line) {
        Optional<MappedRow> first = mappers.get(0).map(cells, line);
        if (first.isEmpty() || mappers.size() == 1 || first.get().passedOver().isPresent()) {
            return first.stream().toList();
        }
        List<MappedRow> rows = new ArrayList<>();
        for (RowMapper mapper : mappers) {
            Optional<MappedRow> row = mapper == mappers.get(0) ? first : mapper.map(cells, line);
            row.filter(RowMappers::says).ifPresent(rows::add);
        }
        return rows.isEmpty() ? first.stream().toList() : rows;
    }

    /** A question that was not answered is no answer, unless something else was said. */
    private static boolean says(MappedRow row) {
        return row.get("score") != null || row.isFaulty("score") || row.get("comment") != null;
    }
}
