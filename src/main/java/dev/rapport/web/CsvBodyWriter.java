package dev.rapport.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes all CSV files, each in the style that its request asks for. */
@Provider
public class CsvBodyWriter implements MessageBodyWriter<CsvFile.Body> {
    private final CsvChoice choice;

    CsvBodyWriter(CsvChoice choice) {
        this.choice = choice;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return CsvFile.Body.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            CsvFile.Body body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        body.write(out, choice.style());
    }
}
