package dev.rapport.demo;

import dev.rapport.team.Secrets;
import dev.rapport.web.ApiKeyRequests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** What one installation of the demo keeps to itself: made at random the first time, readable by its owner only. */
final class DemoSecrets {
    private final Properties properties;

    private DemoSecrets(Properties properties) {
        this.properties = properties;
    }

    static DemoSecrets keptIn(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
        }
        properties.putIfAbsent("client", Secrets.random());
        properties.putIfAbsent("encryption", Secrets.random());
        properties.putIfAbsent("keycloak-admin", Secrets.random().substring(0, 20));
        properties.putIfAbsent("read-key", ApiKeyRequests.PREFIX + Secrets.random());
        properties.putIfAbsent("ingest-key", ApiKeyRequests.PREFIX + Secrets.random());
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, "Rapport demo");
        }
        return new DemoSecrets(properties);
    }

    /** The secret Rapport and Keycloak share. */
    String client() {
        return properties.getProperty("client");
    }

    /** Encrypts tokens in the table of sessions. */
    String encryption() {
        return properties.getProperty("encryption");
    }

    String keycloakAdmin() {
        return properties.getProperty("keycloak-admin");
    }

    String readKey() {
        return properties.getProperty("read-key");
    }

    String ingestKey() {
        return properties.getProperty("ingest-key");
    }
}
