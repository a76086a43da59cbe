package dev.rapport.testsupport;

import dev.rapport.words.Audience;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Renders the product's templates for an audience without Quarkus: bundles, formats and tags are found as they are there. */
public final class PlainTemplates {
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    /** What the frame asks of a request: nothing is kept, nothing is being counted. */
    private static final Map<String, Object> NO_REQUEST = Map.of("page", Map.of("kept", "", "counting", false));

    private static final List<String> EXTENSIONS = List.of(
            "dev.rapport.words.FormatExtensions", "dev.rapport.dashboard.MetricTexts", "dev.rapport.fact.FactTexts");

    private final Audience audience;
    private final Engine engine;

    public PlainTemplates(Audience audience) {
        this.audience = audience;
        EngineBuilder builder = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addValueResolver(ValueResolvers.rawResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(id -> Optional.of(TEMPLATES.resolve(id + ".html"))
                        .filter(Files::exists)
                        .map(Page::new));
        names(TEMPLATES.resolve("tags"))
                .forEach(tag -> builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag)));
        builder.addNamespaceResolver(NamespaceResolver.builder("inject")
                .resolve(context -> NO_REQUEST.get(context.getName()))
                .build());
        ProductClasses.bundles()
                .forEach(bundle -> resolve(builder, ProductClasses.name(bundle), asked -> say(bundle, asked)));
        EXTENSIONS.stream()
                .flatMap(type -> Arrays.stream(ProductClasses.type(type).getDeclaredMethods()))
                .filter(method -> !namespace(method).isEmpty())
                .map(PlainTemplates::namespace)
                .distinct()
                .forEach(namespace -> resolve(builder, namespace, asked -> extended(namespace, asked)));
        this.engine = builder.build();
    }

    private record Page(Path file) implements TemplateLocation {
        @Override
        public Reader read() {
            try {
                return new StringReader(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }

    /** What a template asks of a namespace. */
    private record Asked(String name, List<Object> values) {}

    private interface Answering {
        Object to(Asked asked) throws ReflectiveOperationException;
    }

    public String fragment(String template, String fragment, Object page) {
        return engine.getTemplate(template)
                .getFragment(fragment)
                .instance()
                .setLocale(audience.locale())
                .data("page", page)
                .render();
    }

    private static void resolve(EngineBuilder builder, String namespace, Answering answering) {
        builder.addNamespaceResolver(NamespaceResolver.builder(namespace)
                .resolveAsync(context -> values(context).thenApply(values -> {
                    try {
                        return answering.to(new Asked(context.getName(), values));
                    } catch (InvocationTargetException e) {
                        throw new IllegalStateException(namespace + ":" + context.getName(), e.getCause());
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .build());
    }

    private static CompletionStage<List<Object>> values(EvalContext context) {
        CompletionStage<List<Object>> values = io.quarkus.qute.CompletedStage.of(new ArrayList<>());
        for (var parameter : context.getParams()) {
            values = values.thenCombine(context.evaluate(parameter), (before, value) -> {
                before.add(value);
                return before;
            });
        }
        return values;
    }

    /** {@code {note:few}}, or {@code {note:message(key)}} where the key is known when it is rendered only. */
    private Object say(Class<?> bundle, Asked asked) throws ReflectiveOperationException {
        boolean byKey = asked.name.equals("message");
        String key = byKey ? asked.values.get(0).toString() : asked.name;
        List<Object> values = byKey ? asked.values.subList(1, asked.values.size()) : asked.values;
        Method method = Arrays.stream(bundle.getDeclaredMethods())
                .filter(each -> List.of(each.getName(), key(each), underscored(each.getName()))
                        .contains(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No text " + key + " in " + bundle));
        return method.invoke(audience.words(bundle), values.toArray());
    }

    private static String key(Method message) {
        return Optional.ofNullable(message.getAnnotation(Message.class))
                .map(Message::key)
                .orElse("");
    }

    private static String underscored(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Object extended(String namespace, Asked asked) throws ReflectiveOperationException {
        Method method = EXTENSIONS.stream()
                .flatMap(type -> Arrays.stream(ProductClasses.type(type).getDeclaredMethods()))
                .filter(each -> namespace(each).equals(namespace))
                .filter(each -> asked.name.equals("message") || each.getName().equals(asked.name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + namespace + ":" + asked.name));
        List<Object> values = new ArrayList<>(asked.values);
        values.add(audience.locale());
        method.setAccessible(true);
        return method.invoke(null, values.toArray());
    }

    private static String namespace(Method method) {
        TemplateExtension own = method.getAnnotation(TemplateExtension.class);
        TemplateExtension all = method.getDeclaringClass().getAnnotation(TemplateExtension.class);
        return own != null ? own.namespace() : all != null ? all.namespace() : "";
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".html", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
