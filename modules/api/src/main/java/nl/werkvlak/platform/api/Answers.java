package nl.werkvlak.platform.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a resource method answers; a test holds {@code openapi.json} against it. 401 and 403 go without saying. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {
    /** Success. */
    int status();

    /** The body of a success; {@code void} for one that is not JSON. */
    Class<?> body() default void.class;

    /** What else it may answer. */
    int[] otherwise() default {};
}
