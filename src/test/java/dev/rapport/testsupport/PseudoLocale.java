package dev.rapport.testsupport;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Writes all words in a language that nobody speaks, {@code en-XA}: English with every letter accented. What a page in it says
 * in plain letters comes from no bundle. The files are written before Quarkus reads the messages of the tests.
 */
public final class PseudoLocale implements LauncherSessionListener {
    public static final String TAG = "en-XA";

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED = "áƀçðéƒĝĥíĵķļɱñöþɋŕšţüṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÖÞɊŔŠŢÜṼŴẊÝŽ";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            Path written = ProductClasses.root(PseudoLocale.class);
            Path product = ProductClasses.root(ProductClasses.type("dev.rapport.web.Messages"));
            for (Class<?> bundle : ProductClasses.bundles()) {
                write(
                        written.resolve("messages").resolve(ProductClasses.name(bundle) + "_" + TAG + ".properties"),
                        lines(bundle));
            }
            for (Path texts : ProductClasses.files(product.resolve("texts"), "_en.properties")) {
                String name = texts.getFileName().toString().replace("_en.", "_" + TAG + ".");
                write(written.resolve("texts").resolve(name), lines(texts));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the text would stand on a page, without touching what is put into it or marks it up. */
    static String accented(String text) {
        StringBuilder accented = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            depth += letter == '{' || letter == '<' ? 1 : letter == '}' || letter == '>' ? -1 : 0;
            int plain = depth > 0 ? -1 : PLAIN.indexOf(letter);
            accented.append(plain < 0 ? letter : ACCENTED.charAt(plain));
        }
        return accented.toString();
    }

    private static List<String> lines(Class<?> bundle) {
        return Arrays.stream(bundle.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Message.class))
                .map(PseudoLocale::line)
                .sorted()
                .toList();
    }

    private static String line(Method method) {
        String text = method.getAnnotation(Message.class).value();
        return method.getName() + "=" + accented(text.replaceAll("\\s*\\R\\s*", " "));
    }

    private static List<String> lines(Path english) throws IOException {
        Properties texts = new Properties();
        try (var in = new InputStreamReader(Files.newInputStream(english), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts.stringPropertyNames().stream()
                .sorted()
                .map(key -> key + "=" + accented(texts.getProperty(key)))
                .toList();
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
