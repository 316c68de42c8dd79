/** Who gets in and who does not, held against the rules and a real database. */
@NullMarked
package nl.werkvlak.platform.security;

import org.jspecify.annotations.NullMarked;
