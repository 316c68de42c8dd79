package nl.werkvlak.platform.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.werkvlak.platform.security.OpenToAll;

/** One method of one resource, as its annotations tell it. */
record Operation(Method method) {

    static Stream<Operation> all() {
        return ApiApplication.RESOURCES.stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .map(Operation::new)
                .filter(operation -> operation.verbOf().isPresent());
    }

    private Optional<String> verbOf() {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    String verb() {
        return verbOf().orElseThrow().toLowerCase(Locale.ROOT);
    }

    String path() {
        var below = method.getAnnotation(Path.class);
        var of = method.getDeclaringClass().getAnnotation(Path.class).value();
        return "/" + of + (below == null ? "" : "/" + below.value());
    }

    /** In the form {@code in:name}. */
    Set<String> parameters() {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> Stream.of(
                                Optional.ofNullable(parameter.getAnnotation(PathParam.class))
                                        .map(in -> "path:" + in.value()),
                                Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                                        .map(in -> "query:" + in.value()),
                                Optional.ofNullable(parameter.getAnnotation(HeaderParam.class))
                                        .map(in -> "header:" + in.value()),
                                Optional.ofNullable(parameter.getAnnotation(CookieParam.class))
                                        .map(in -> "cookie:" + in.value()))
                        .flatMap(Optional::stream))
                .collect(Collectors.toSet());
    }

    /** What the parameters are marked with by JAX-RS; a body has no mark. */
    Set<Class<?>> annotationsOfParameters() {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> Arrays.stream(parameter.getAnnotations()))
                .map(Annotation::annotationType)
                .collect(Collectors.toSet());
    }

    Set<String> takes() {
        var consumes = method.getAnnotation(Consumes.class);
        return consumes == null ? Set.of() : Set.of(consumes.value());
    }

    Set<String> gives() {
        var produces = method.getAnnotation(Produces.class);
        return Set.of((produces == null ? method.getDeclaringClass().getAnnotation(Produces.class) : produces).value());
    }

    /** The record that is read from the body, if one is. */
    Optional<Class<?>> body() {
        return Arrays.stream(method.getParameterTypes()).filter(Class::isRecord).findFirst();
    }

    Answers answers() {
        return method.getAnnotation(Answers.class);
    }

    boolean isOpen() {
        return method.isAnnotationPresent(OpenToAll.class);
    }

    Set<String> statuses() {
        var always = isOpen() ? IntStream.empty() : IntStream.of(401, 403);
        return IntStream.concat(
                        IntStream.concat(
                                IntStream.of(answers().status()),
                                Arrays.stream(answers().otherwise())),
                        always)
                .mapToObj(Integer::toString)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return verb() + " " + path();
    }
}
