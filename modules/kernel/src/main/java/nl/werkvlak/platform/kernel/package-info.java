/** The few words that every room speaks: the JDK and nothing else. Null is the exception, here and in every room. */
@NullMarked
package nl.werkvlak.platform.kernel;

import org.jspecify.annotations.NullMarked;
