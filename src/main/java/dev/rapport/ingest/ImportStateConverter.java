package dev.rapport.ingest;

import dev.rapport.ingest.run.ImportState;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores the state of an import as its key. */
@Converter
class ImportStateConverter implements AttributeConverter<ImportState, String> {
    @Override
    public String convertToDatabaseColumn(ImportState state) {
        return state.key();
    }

    @Override
    public ImportState convertToEntityAttribute(String key) {
        return ImportState.of(key);
    }
}
