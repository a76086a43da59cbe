package dev.rapport.dashboard;

import dev.rapport.words.Audience;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.time.ZoneId;
import java.util.Locale;

/** A message bundle in its own words, for tests that start no Quarkus. */
public final class EnglishWords {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .build();

    public static final Audience AUDIENCE = audience(Locale.ENGLISH, "Europe/Berlin", "EUR");

    static Audience audience(Locale locale, String zone, String currency) {
        return new Audience(locale, ZoneId.of(zone), currency, new Audience.Bundles() {
            @Override
            public <T> T of(Class<T> bundle) {
                return EnglishWords.of(bundle);
            }
        });
    }

    private EnglishWords() {}

    static <T> T of(Class<T> bundle) {
        return bundle.cast(Proxy.newProxyInstance(
                bundle.getClassLoader(), new Class<?>[] {bundle}, (proxy, method, values) -> say(method, values)));
    }

    private static String say(Method method, Object[] values) {
        TemplateInstance text =
                ENGINE.parse(method.getAnnotation(Message.class).value()).instance();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            text.data(parameters[i].getName(), values[i]);
        }
        return text.render();
    }
}
