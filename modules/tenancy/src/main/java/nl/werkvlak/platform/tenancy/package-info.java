/** Which opdrachtgever a request serves, and the fences that keep every row within its own tenant. */
@NullMarked
package nl.werkvlak.platform.tenancy;

import org.jspecify.annotations.NullMarked;
