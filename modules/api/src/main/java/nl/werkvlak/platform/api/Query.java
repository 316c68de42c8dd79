package nl.werkvlak.platform.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.tenancy.Page;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind the question mark; what is wrong there names its parameter. */
final class Query {

    private static final int LARGEST_PAGE = 100;

    private Query() {}

    /** From 1 to 100; 50 when nothing is asked. */
    static int limit(@Nullable String text) {
        if (text == null) {
            return LARGEST_PAGE / 2;
        }
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_PAGE) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw BadInput.of("limit", "not-a-number");
    }

    /** How many of something; none when nothing is asked. */
    static int count(String name, @Nullable String text) {
        try {
            var count = text == null ? 0 : Integer.parseInt(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw BadInput.of(name, "not-a-count");
    }

    /** Something that has to be asked. */
    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw BadInput.of(name, "missing");
        }
        return value;
    }

    static @Nullable UUID id(String name, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw BadInput.of(name, "not-an-id");
        }
    }

    /** In UTC, as in {@code 2026-10-31T12:00:00Z}. */
    static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw BadInput.of(name, "not-an-instant");
        }
    }

    /** The tenant that somebody of the platform itself asks about; whether there is one, the desk says. */
    static TenantId tenant(@Nullable String text) {
        return new TenantId(required("tenant", id("tenant", text)));
    }

    static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw BadInput.of(name, "not-a-boolean");
    }

    static @Nullable YearMonth month(String name, @Nullable String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw BadInput.of(name, "not-a-month");
        }
    }

    static <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(text))
                .findFirst()
                .orElseThrow(() -> BadInput.of(name, "unknown-choice"));
    }

    /** Where a page begins: after this place; null for the first. */
    static @Nullable String after(@Nullable String cursor) {
        return cursor == null ? null : place(cursor);
    }

    /** The same, in a list that goes by id. */
    static @Nullable UUID afterId(@Nullable String cursor) {
        return id("cursor", after(cursor));
    }

    /** The same, in a list that has the latest first. */
    static <P> @Nullable P after(@Nullable String cursor, BiFunction<Instant, UUID, P> maker) {
        return cursor == null ? null : place(cursor, maker);
    }

    /** The cursor of the next page; null on the last one. */
    static <P> @Nullable String next(Page<?, P> page, Function<P, String> cursor) {
        var next = page.next();
        return next == null ? null : cursor.apply(next);
    }

    /** A place in a list, in a form that nobody is tempted to take apart. */
    static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    static String cursor(UUID id) {
        return cursor(id.toString());
    }

    /** A place in a list that has the latest first, and then goes by id. */
    static String cursor(Instant at, UUID id) {
        return cursor(at + " " + id);
    }

    static <P> P place(String cursor, BiFunction<Instant, UUID, P> maker) {
        var parts = place(cursor).split(" ", -1);
        try {
            if (parts.length == 2) {
                return maker.apply(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // Told below.
        }
        throw BadInput.of("cursor", "not-a-cursor");
    }

    static String place(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw BadInput.of("cursor", "not-a-cursor");
        }
    }
}
