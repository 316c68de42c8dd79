package nl.werkvlak.platform.disclosure.register;

import java.util.Optional;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.TenantId;

/**
 * A witness outside the database of where each register ended: who can change the database cannot change what is
 * written here. What was added stays.
 *
 * <p>The server offers one as a CDI bean. A file is the one that comes with the platform; a medium that is written once,
 * or a time-stamping service, is another class with these methods.
 */
public interface Anchor {

    /**
     * Where a register ended.
     *
     * @param seal number of its last seal
     * @param sequence of its last entry
     * @param hash of that seal, in hexadecimal
     */
    record Point(long seal, long sequence, String hash) {}

    /** The last point of a tenant. */
    Optional<Point> last(TenantId tenant);

    /** Adds a point, after the last one, and returns when it will survive a loss of power. */
    void add(TenantId tenant, Point point);

    /**
     * All points that there are at this moment, oldest first; to be closed.
     *
     * @throws AnchorDamaged from the stream, where it comes to something that is not a point
     */
    Stream<Point> points(TenantId tenant);
}
