/** What clients asked and what was decided: objections and restrictions (regulation art. 14.1.c and d). */
@NullMarked
package nl.werkvlak.platform.subjectrights;

import org.jspecify.annotations.NullMarked;
