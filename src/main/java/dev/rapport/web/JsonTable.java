package dev.rapport.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rapport.slice.Slice;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a file has as a table for programs that read JSON: {@code {"from", "to", "query", "rows": [...]}}, an object a row, under the
 * table's titles. Numbers are numbers, flags are true or false, what is not known is null, and texts are as they are: no
 * spreadsheet runs them.
 */
public final class JsonTable extends CsvTable {
    private final JsonGenerator json;
    private final List<Object> cells = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();

    private enum Nothing {
        KNOWN
    }

    JsonTable(OutputStream out, Slice slice) throws IOException {
        super(Writer.nullWriter(), CsvStyle.COMMA);
        json = new JsonFactory().createGenerator(out);
        json.writeStartObject();
        json.writeStringField("from", slice.period().from().toString());
        json.writeStringField("to", slice.period().lastDay().toString());
        json.writeStringField("query", slice.toQuery());
        json.writeArrayFieldStart("rows");
    }

    /** Answers with the table of a slice. */
    public static Response of(Slice slice, CsvFile.Content content) {
        StreamingOutput body = out -> {
            JsonTable table = new JsonTable(out, slice);
            content.write(table);
            table.finish();
        };
        return Response.ok(body, MediaType.APPLICATION_JSON).build();
    }

    @Override
    public CsvTable text(@Nullable String value) {
        return cell(value == null || value.isEmpty() ? Nothing.KNOWN : value);
    }

    @Override
    public CsvTable number(long value) {
        return cell(value);
    }

    @Override
    public CsvTable number(BigDecimal value) {
        return cell(value);
    }

    @Override
    public CsvTable number(Optional<BigDecimal> value) {
        return cell(value.isPresent() ? value.get() : Nothing.KNOWN);
    }

    @Override
    public CsvTable plain(String value) {
        return switch (value) {
            case "true", "false" -> cell(Boolean.parseBoolean(value));
            default -> text(value);
        };
    }

    @Override
    public CsvTable empty() {
        return cell(Nothing.KNOWN);
    }

    private CsvTable cell(Object value) {
        cells.add(value);
        return this;
    }

    /** The first row has the titles. */
    @Override
    public void end() throws IOException {
        if (titles.isEmpty()) {
            cells.forEach(title -> titles.add(title.toString()));
        } else {
            json.writeStartObject();
            for (int i = 0; i < cells.size(); i++) {
                json.writeFieldName(titles.get(i));
                write(cells.get(i));
            }
            json.writeEndObject();
        }
        cells.clear();
        countLine();
    }

    private void write(Object cell) throws IOException {
        if (cell == Nothing.KNOWN) {
            json.writeNull();
        } else if (cell instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (cell instanceof Long whole) {
            json.writeNumber(whole);
        } else if (cell instanceof BigDecimal number) {
            json.writeNumber(plain(number));
        } else {
            json.writeString(cell.toString());
        }
    }

    @Override
    public void finish() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
