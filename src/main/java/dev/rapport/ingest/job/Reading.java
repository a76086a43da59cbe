package dev.rapport.ingest.job;

import dev.rapport.ingest.file.BadRecord;
import dev.rapport.ingest.file.Dialect;
import dev.rapport.ingest.file.Header;
import dev.rapport.ingest.file.Limits;
import dev.rapport.ingest.file.Refusal;
import dev.rapport.ingest.file.RefusedException;
import dev.rapport.ingest.file.Sample;
import dev.rapport.ingest.file.SkippedLine;
import dev.rapport.ingest.file.TableRows;
import dev.rapport.ingest.file.Upload;
import dev.rapport.ingest.row.Mapping;
import dev.rapport.ingest.row.Problem;
import dev.rapport.ingest.row.Rates;
import dev.rapport.ingest.row.Reason;
import dev.rapport.ingest.row.Remarks;
import dev.rapport.ingest.row.Row;
import dev.rapport.ingest.row.RowMappers;
import dev.rapport.ingest.row.Surveys;
import dev.rapport.ingest.row.Target;
import dev.rapport.ingest.store.Staging;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a whole file into the tables where rows wait; the same whether they are stored then or only looked at. */
final class Reading {
    private static final int ROWS_PER_LOOK = 2_000;

    private final Path file;
    private final Limits limits;
    private final RejectLog rejects;
    private final PassedLog passed;
    private final Watch watch;
    private final Remarks remarks = new Remarks(Clock.systemUTC());
    private boolean severalTables;
    private long rows;
    private long leftOut;
    private long bytes;

    /** Looks on now and then, and may break off. */
    interface Watch {
        void look(Reading reading) throws SQLException;
    }

    Reading(Path file, Limits limits, RejectLog rejects, PassedLog passed, Watch watch) {
        this.passed = passed;
        this.file = file;
        this.limits = limits;
        this.rejects = rejects;
        this.watch = watch;
    }

    /** @return how many rows wait */
    long stage(Connection connection, Target target, Mapping mapping, Sample sample, Surveys surveys, Rates rates)
            throws SQLException, IOException {
        severalTables = !sample.frame().tables().isEmpty();
        ZoneId zone = ZoneId.of(String.valueOf(mapping.zone()));
        long staged;
        try (Staging staging =
                        Staging.begin(connection, target, mapping.traits().size());
                Upload upload = Upload.open(file, limits)) {
            while (next(upload)) {
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
        rejects.flush();
        passed.flush();
        return staged;
    }

    Progress progress() {
        return new Progress(bytes, rows, rejects.count(), leftOut, rejects.notes(), passed.count());
    }

    List<Remarks.Remark> remarks() {
        return remarks.all();
    }

    private static boolean next(Upload upload) throws IOException {
        try {
            return upload.next();
        } catch (IOException e) {
            if (Upload.isDamage(e)) {
                throw new RefusedException(Refusal.DAMAGED_ARCHIVE);
            }
            throw e;
        }
    }

    private interface Mappers {
        RowMappers of(Header header);
    }

    private void table(Upload upload, Dialect dialect, Mappers mappers, Staging staging)
            throws SQLException, IOException {
        List<BadRecord> bad = new ArrayList<>();
        try (TableRows records = new TableRows(
                unclosable(upload.stream()), dialect, bad::add, line -> passed.add(upload.name(), line))) {
            RowMappers mapper = records.header().size() == 0 ? null : mapper(mappers, records.header(), upload.name());
            while (mapper != null && records.next()) {
                List<Row> made = mapper.map(records.fields(), records.line());
                if (made.isEmpty()) {
                    leftOut++;
                }
                for (Row row : made) {
                    take(row, upload.name(), records.fields(), staging);
                }
                if ((rows + leftOut) % ROWS_PER_LOOK == 0) {
                    bytes = upload.bytesRead();
                    watch.look(this);
                }
                note(bad, upload.name());
            }
            note(bad, upload.name());
        } catch (java.io.UncheckedIOException e) {
            if (e.getCause() != null && Upload.isDamage(e.getCause())) {
                throw new RefusedException(Refusal.DAMAGED_ARCHIVE, upload.name());
            }
            throw e;
        }
    }

    /** Null when it is a table with other columns, and which one is read was asked. */
    private @Nullable RowMappers mapper(Mappers mappers, Header header, String file) {
        try {
            return mappers.of(header);
        } catch (RefusedException e) {
            if (!severalTables || e.refusal() != Refusal.COLUMN_MISSING) {
                throw e;
            }
            passed.add(file, new SkippedLine(1, SkippedLine.Why.OTHER_TABLE, header.names()));
            return null;
        }
    }

    private void take(Row row, String file, List<String> cells, Staging staging) throws SQLException, IOException {
        if (row.passedOver().isPresent()) {
            passed.add(file, new SkippedLine(row.line(), row.passedOver().get(), cells));
            return;
        }
        rows++;
        if (row.problems().isEmpty()) {
            staging.add(row);
            for (Problem note : row.notes()) {
                rejects.note(file, row.line(), note);
            }
        } else {
            rejects.add(file, row.line(), row.problems().get(0), cells);
        }
    }

    private void note(List<BadRecord> bad, String file) throws SQLException {
        for (BadRecord record : bad) {
            rows++;
            rejects.add(file, record.line(), new Problem("", "", "", Reason.of(record.fault())), record.text());
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
}
