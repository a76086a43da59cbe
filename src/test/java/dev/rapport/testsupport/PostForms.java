package dev.rapport.testsupport;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds the forms that resources take, with the names of their fields. */
public final class PostForms {
    private PostForms() {}

    /** @param address with its parameters as {@code {name}} */
    public record FormOf(String address, List<String> fields) {}

    public static List<FormOf> of(String room) {
        return GetAddresses.resources(room)
                .flatMap(resource -> Stream.of(resource.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(POST.class))
                        .map(method -> new FormOf(
                                GetAddresses.address(
                                        resource.getAnnotation(Path.class).value(), method),
                                fields(method))))
                .filter(form -> !form.fields.isEmpty())
                .toList();
    }

    static List<String> fields(Method method) {
        return Stream.of(method.getParameters()).flatMap(PostForms::fields).toList();
    }

    private static Stream<String> fields(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(FormParam.class))
                        .map(field -> field.getAnnotation(FormParam.class).value())
                : Stream.ofNullable(parameter.getAnnotation(FormParam.class)).map(FormParam::value);
    }
}
