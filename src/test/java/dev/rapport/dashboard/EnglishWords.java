package dev.rapport.dashboard;

import io.quarkus.qute.i18n.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;

/** A message bundle in its own words, for tests that start no Quarkus. */
final class EnglishWords {
    private EnglishWords() {}

    static <T> T of(Class<T> bundle) {
        return bundle.cast(Proxy.newProxyInstance(
                bundle.getClassLoader(), new Class<?>[] {bundle}, (proxy, method, values) -> say(method, values)));
    }

    private static String say(Method method, Object[] values) {
        String text = method.getAnnotation(Message.class).value();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            text = text.replace("{" + parameters[i].getName() + "}", values[i].toString());
        }
        return text;
    }
}
