package nl.werkvlak.platform.disclosure.aggregate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The tallies of one report as they are kept: who was counted in what. That is personal data, so they are sealed before
 * they are stored. A thousand people in thirty tallies take some tens of kilobytes.
 */
public final class KeptTallies {

    private static final int VERSION = 1;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private KeptTallies() {}

    public static byte[] write(List<KeptTally> tallies) {
        var people = new TreeSet<UUID>();
        tallies.forEach(kept -> kept.tally().stretches().forEach(stretch -> people.add(stretch.trajectory())));
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            var places = new HashMap<UUID, Integer>();
            write(out, people.size());
            for (var each : people) {
                places.put(each, places.size());
                out.writeLong(each.getMostSignificantBits());
                out.writeLong(each.getLeastSignificantBits());
            }
            write(out, tallies.size());
            for (var kept : tallies) {
                write(out, kept, places);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, KeptTally kept, Map<UUID, Integer> places) throws IOException {
        var tally = kept.tally();
        out.writeUTF(tally.name());
        out.writeUTF(tally.measure());
        out.writeUTF(kept.answer().name());
        out.writeByte(kept.smallest());
        write(out, tally.stretches().size());
        for (var stretch : tally.stretches()) {
            write(out, Objects.requireNonNull(places.get(stretch.trajectory())));
            if (!tally.isOfPeople()) {
                write(out, stretch.from());
                write(out, stretch.to() - stretch.from());
            }
        }
    }

    /** Those of these measures. */
    public static List<KeptTally> read(byte[] bytes, Set<String> measures) {
        return read(bytes, kept -> measures.contains(kept.tally().measure()));
    }

    /** All of them. */
    public static List<KeptTally> read(byte[] bytes) {
        return read(bytes, any -> true);
    }

    private static List<KeptTally> read(byte[] bytes, Predicate<KeptTally> wanted) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalStateException("Kept by a newer version");
            }
            var people = new UUID[(int) read(in)];
            for (var i = 0; i < people.length; i++) {
                people[i] = new UUID(in.readLong(), in.readLong());
            }
            var tallies = new ArrayList<KeptTally>();
            for (var left = read(in); left > 0; left--) {
                var kept = read(in, people);
                if (wanted.test(kept)) {
                    tallies.add(kept);
                }
            }
            return tallies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeptTally read(DataInputStream in, UUID[] people) throws IOException {
        var name = in.readUTF();
        var measure = in.readUTF();
        var isOfPeople = measure.equals(Tally.PEOPLE);
        var answer = Suppression.Answer.valueOf(in.readUTF());
        var smallest = in.readByte();
        var stretches = new ArrayList<Tally.Stretch>();
        for (var left = read(in); left > 0; left--) {
            var trajectory = people[(int) read(in)];
            var from = isOfPeople ? 0 : read(in);
            stretches.add(new Tally.Stretch(trajectory, from, isOfPeople ? 1 : from + read(in)));
        }
        return new KeptTally(Tally.of(name, measure, stretches), answer, smallest);
    }

    /** Small numbers in few bytes; none is negative. */
    private static void write(DataOutputStream out, long number) throws IOException {
        var left = number;
        while (left > SEVEN_BITS) {
            out.writeByte((int) ((left & SEVEN_BITS) | MORE));
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    private static long read(DataInputStream in) throws IOException {
        var number = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = in.readByte();
            number |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return number;
            }
        }
    }
}
