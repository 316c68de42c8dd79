@NullMarked
package nl.werkvlak.platform.freetext;

import org.jspecify.annotations.NullMarked;
