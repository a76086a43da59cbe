package dev.rapport.ingest.mapping;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactType;
import dev.rapport.ingest.file.SkippedLine.Why;
import dev.rapport.ingest.file.TableHeader;
import dev.rapport.ingest.file.TotalLineWords;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells records that are no rows, though they are as wide as one: totals of the others, the header again, a note. Only
 * records that could not be stored are looked at, and a total where no column dates the rows.
 */
final class FrameRows {
    /** As many words as a note has at least. */
    private static final int WORDS = 3;

    private final FactType target;
    private final TableHeader header;
    private final int[] numbers;
    private final List<String> needed;
    private final boolean dated;
    private final Set<String> nullWords;

    FrameRows(FactType target, Mapping mapping, TableHeader header) {
        this.target = target;
        this.header = header;
        this.nullWords = new HashSet<>(mapping.nullWords());
        this.numbers = IntStream.range(0, target.fields().size())
                .filter(i -> ColumnEvidence.isNumber(target.fields().get(i))
                        && isFromColumn(mapping, target.fields().get(i)))
                .toArray();
        this.needed = target.fields().stream()
                .filter(field -> field.required() && !ColumnEvidence.isNumber(field) && isFromColumn(mapping, field))
                .map(FactField::key)
                .toList();
        this.dated = target.fields().stream()
                .anyMatch(field -> field.required() && ColumnEvidence.isDate(field) && isFromColumn(mapping, field));
    }

    private static boolean isFromColumn(Mapping mapping, FactField field) {
        return mapping.binding(field.key())
                .filter(binding -> !binding.columns().isEmpty())
                .isPresent();
    }

    /** Whether rows without a fault are to be looked at as well. */
    boolean looksAtAll() {
        return !dated;
    }

    /** What the record is, when it is no row. */
    Optional<Why> why(MappedRow row, List<String> cells) {
        if (row.problems().isEmpty()) {
            return !dated && beginsWithTotal(cells) ? Optional.of(Why.TOTAL) : Optional.empty();
        }
        if (isUndated(row) && (cells.stream().anyMatch(TotalLineWords::isTotal) || isSummary(row))) {
            return Optional.of(Why.TOTAL);
        }
        if (isHeaderAgain(cells)) {
            return Optional.of(Why.HEADER);
        }
        return isNote(row, cells) ? Optional.of(Why.FOOTER) : Optional.empty();
    }

    private boolean beginsWithTotal(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank() && !nullWords.contains(cell.strip())) {
                return TotalLineWords.isTotal(cell);
            }
        }
        return false;
    }

    private boolean isUndated(MappedRow row) {
        return target.fields().stream()
                .anyMatch(field -> field.required() && ColumnEvidence.isDate(field) && row.get(field.key()) == null);
    }

    /** Numbers that are nobody's and of no day. */
    private boolean isSummary(MappedRow row) {
        long count = IntStream.of(numbers).filter(i -> row.value(i) != null).count();
        boolean nobody = row.person() == null && (!target.has(FactType.KEY) || row.get(FactType.KEY) == null);
        return count > 0 && nobody && needed.size() > 1 && needed.stream().allMatch(field -> row.get(field) == null);
    }

    private boolean isHeaderAgain(List<String> cells) {
        int same = 0;
        for (int i = 0; i < header.size(); i++) {
            same += cells.get(i).strip().equals(header.names().get(i)) ? 1 : 0;
        }
        return same > 1 && same * 2 > header.size();
    }

    private boolean isNote(MappedRow row, List<String> cells) {
        List<String> filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
        return header.size() > 2
                && filled.size() == 1
                && filled.get(0).strip().split("\\s+").length >= WORDS
                && needed.size() > 1
                && needed.stream().filter(field -> row.get(field) == null).count() >= needed.size() - 1L;
    }
}
