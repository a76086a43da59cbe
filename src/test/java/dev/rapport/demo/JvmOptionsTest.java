package dev.rapport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    @Test
    void areThoseOfTheImageAsFarAsThisJavaKnowsThem() throws IOException {
        JvmOptions options = JvmOptions.of(Path.of(""));

        assertThat(options.heap()).isEqualTo("512m");
        assertThat(options.flags())
                .contains("-XX:SharedArchiveFile=app-cds.jsa", "-XX:+ExitOnOutOfMemoryError")
                .allMatch(flag -> flag.startsWith("-X"));
        assertThat(options.flags().contains("-XX:+UseCompactObjectHeaders")).isEqualTo(JvmOptions.JAVA_25);
    }
}
