package dev.rapport.ingest.run;

import dev.rapport.fact.FactType;
import dev.rapport.fact.RejectReason;
import dev.rapport.ingest.file.ArchiveLimits;
import dev.rapport.ingest.file.BadRecord;
import dev.rapport.ingest.file.Dialect;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.SkippedLine;
import dev.rapport.ingest.file.TableHeader;
import dev.rapport.ingest.file.TableRows;
import dev.rapport.ingest.file.Upload;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.ExchangeRates;
import dev.rapport.ingest.mapping.MappedRow;
import dev.rapport.ingest.mapping.Mapping;
import dev.rapport.ingest.mapping.RowMappers;
import dev.rapport.ingest.mapping.RowProblem;
import dev.rapport.ingest.mapping.SurveysOfFile;
import dev.rapport.ingest.mapping.ValueRemarks;
import dev.rapport.ingest.store.Staging;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads a whole file into the tables where rows wait; the same whether they are stored then or only looked at. */
final class FileReading {
    private static final int ROWS_PER_LOOK = 2_000;

    private final Path file;
    private final ArchiveLimits limits;
    private final ImportReport report;
    private final Consumer<FileReading> watch;
    private final ValueRemarks remarks;
    private boolean severalTables;
    private long rows;
    private long leftOut;
    private long bytes;

    /** @param watch looks on now and then, and may break off */
    FileReading(Path file, ArchiveLimits limits, ImportReport report, Clock clock, Consumer<FileReading> watch) {
        this.file = file;
        this.limits = limits;
        this.report = report;
        this.watch = watch;
        this.remarks = new ValueRemarks(clock);
    }

    /** @return how many rows wait */
    long stage(
            Handle handle,
            FactType target,
            Mapping mapping,
            UploadSample sample,
            SurveysOfFile surveys,
            ExchangeRates rates)
            throws IOException {
        severalTables = !sample.frame().tables().isEmpty();
        ZoneId zone = ZoneId.of(String.valueOf(mapping.zone()));
        long staged;
        try (Staging staging = Staging.begin(handle, target, mapping.traits().size());
                Upload upload = Upload.open(file, limits)) {
            while (upload.next()) {
                table(
                        upload,
                        sample.dialect(),
                        header -> new RowMappers(target, mapping, header, zone, surveys, rates, remarks),
                        staging);
            }
            bytes = Files.size(file);
            staging.finish();
            staged = staging.rows();
        }
        report.flush();
        return staged;
    }

    ImportProgress progress() {
        return new ImportProgress(bytes, rows, report.rejected(), leftOut, report.noted(), report.skipped());
    }

    List<ValueRemarks.Remark> remarks() {
        return remarks.all();
    }

    private void table(Upload upload, Dialect dialect, Function<TableHeader, RowMappers> mappers, Staging staging)
            throws IOException {
        List<BadRecord> bad = new ArrayList<>();
        try (TableRows records = new TableRows(
                unclosable(upload.stream()), dialect, bad::add, line -> report.skip(upload.name(), line))) {
            RowMappers mapper = records.header().size() == 0 ? null : mapper(mappers, records.header(), upload.name());
            while (mapper != null && records.next()) {
                List<MappedRow> made = mapper.map(records.fields(), records.line());
                if (made.isEmpty()) {
                    leftOut++;
                }
                for (MappedRow row : made) {
                    take(row, upload.name(), records.fields(), staging);
                }
                if ((rows + leftOut) % ROWS_PER_LOOK == 0) {
                    bytes = upload.bytesRead();
                    watch.accept(this);
                }
                note(bad, upload.name());
            }
            note(bad, upload.name());
        }
        // a table that is passed over is held against its checksum as well
        upload.stream().transferTo(OutputStream.nullOutputStream());
    }

    /** Null when it is a table with other columns, and which one is read was asked. */
    private @Nullable RowMappers mapper(Function<TableHeader, RowMappers> mappers, TableHeader header, String file) {
        try {
            return mappers.apply(header);
        } catch (RefusedException e) {
            if (!severalTables || e.refusal() != Refusal.COLUMN_MISSING) {
                throw e;
            }
            report.skip(file, new SkippedLine(1, SkippedLine.Why.OTHER_TABLE, header.names()));
            return null;
        }
    }

    private void take(MappedRow row, String file, List<String> cells, Staging staging) throws IOException {
        if (row.passedOver().isPresent()) {
            report.skip(file, new SkippedLine(row.line(), row.passedOver().get(), cells));
            return;
        }
        rows++;
        if (row.problems().isEmpty()) {
            staging.add(row);
            for (RowProblem note : row.notes()) {
                report.note(file, row.line(), note);
            }
        } else {
            report.reject(file, row.line(), row.problems().get(0), cells);
        }
    }

    private void note(List<BadRecord> bad, String file) {
        for (BadRecord record : bad) {
            rows++;
            report.reject(file, record.line(), new RowProblem("", "", "", reason(record.fault())), record.text());
        }
        bad.clear();
    }

    /** The archive goes on after one of its files has been read. */
    private static InputStream unclosable(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return in.read(buffer, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    private static RejectReason reason(BadRecord.Fault fault) {
        return switch (fault) {
            case QUOTES -> RejectReason.QUOTES;
            case NUL -> RejectReason.NUL;
            case BYTES -> RejectReason.BYTES;
            case TOO_LONG -> RejectReason.RECORD_TOO_LONG;
            case TOO_MANY_FIELDS -> RejectReason.TOO_MANY_FIELDS;
        };
    }
}
