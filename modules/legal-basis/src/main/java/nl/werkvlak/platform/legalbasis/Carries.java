package nl.werkvlak.platform.legalbasis;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which category of personal data a part of a document carries. The gate empties each part whose category is not
 * released; a part that carries neither this nor {@link NoPersonalData} stops the document.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Carries {

    DataCategory value();

    /** The narrowest projection under which this part may still be shown. */
    Projection atLeast() default Projection.FULL;

    /** Which recipients do not get this part, although they get the category. */
    Narrowing narrowing() default Narrowing.NONE;

    /** What kind of text it is, where it is text. */
    TextKind text() default TextKind.FREE;
}
