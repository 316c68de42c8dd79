/** On which grounds, for which purposes and in which categories personal data may be processed (regulation art. 4-7). */
@NullMarked
package nl.werkvlak.platform.legalbasis;

import org.jspecify.annotations.NullMarked;
