package dev.rapport.ingest.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;

/** Writes and parses mappings as JSON, and the columns that are kept as they are. */
public final class MappingJson {
    private static final ObjectMapper STRICT = new ObjectMapper();
    private static final ObjectMapper LENIENT =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private MappingJson() {}

    public static String object(Map<String, ?> values) {
        return write(values);
    }

    /** An object of texts, kept by ourselves. */
    public static Map<String, String> texts(String json) {
        return read(json, new TypeReference<Map<String, String>>() {});
    }

    /** An object of whole numbers, kept by ourselves. */
    public static Map<String, Integer> places(String json) {
        return read(json, new TypeReference<Map<String, Integer>>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return LENIENT.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A mapping kept by ourselves; what newer versions added is passed over. */
    public static Mapping mapping(String json) {
        try {
            return LENIENT.readValue(json, Mapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A mapping somebody sent: a misspelt property is an error. Empty when it is none. */
    public static Optional<Mapping> sent(String json) {
        try {
            return Optional.ofNullable(STRICT.readValue(json, Mapping.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    public static String text(Mapping mapping) {
        return write(mapping);
    }

    private static String write(Object value) {
        try {
            return STRICT.writeValueAsString(value).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
