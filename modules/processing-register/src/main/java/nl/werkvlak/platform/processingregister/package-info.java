/** Which processing is declared, and how long data may be disclosed (regulation art. 6 and 9, GDPR 30). */
@NullMarked
package nl.werkvlak.platform.processingregister;

import org.jspecify.annotations.NullMarked;
