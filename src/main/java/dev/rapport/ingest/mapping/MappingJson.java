package dev.rapport.ingest.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes and parses mappings as JSON, and the columns that are kept as they are. */
public final class MappingJson {
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LONGEST_PLACE = 200;
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

    /** A mapping somebody sent: a misspelt property is an error, and so is one that is there twice. Empty when it is none. */
    public static Optional<Mapping> sent(String json) {
        try {
            return Optional.ofNullable(STRICT.readValue(json, Mapping.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Where a mapping that was sent makes no sense, as {@code reading.header}; empty where it is no JSON at all. */
    public static String unclear(String json) {
        try {
            STRICT.readValue(json, Mapping.class);
            return "";
        } catch (JsonMappingException e) {
            String place = e.getPath().stream()
                    .map(part -> part.getFieldName() == null ? String.valueOf(part.getIndex()) : part.getFieldName())
                    .collect(Collectors.joining("."))
                    .replaceAll("\\p{Cntrl}", "?");
            return place.substring(0, Math.min(LONGEST_PLACE, place.length()));
        } catch (JsonProcessingException e) {
            return "";
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
