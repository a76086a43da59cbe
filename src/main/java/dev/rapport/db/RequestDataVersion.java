package dev.rapport.db;

import dev.rapport.web.DataVersion;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Holds the version that this request is answered from; none before it has been read. */
@RequestScoped
class RequestDataVersion {
    private @Nullable DataVersion version;

    @Nullable
    DataVersion get() {
        return version;
    }

    void set(DataVersion read) {
        version = read;
    }
}
