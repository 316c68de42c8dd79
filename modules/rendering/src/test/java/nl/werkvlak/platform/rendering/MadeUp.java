package nl.werkvlak.platform.rendering;

import static java.util.Map.entry;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.ReportingPeriod;
import nl.werkvlak.platform.legalbasis.NoPersonalData;
import nl.werkvlak.platform.tenancy.Logo;
import org.jspecify.annotations.Nullable;

/**
 * Documents out of thin air: every part has some value, or none, drawn by a seed. Lists are as long as asked for; texts
 * are short, long, many lines, or full of what somebody may paste into them.
 */
final class MadeUp {

    /** As many lines as the field of the database holds. */
    private static final String HIGH = "regel\n".repeat(83);

    private static final String LONG =
            "Meer tijd nodig voor oriëntatie; er is een nieuwe afspraak gemaakt. ".repeat(29);

    private static final List<String> TEXTS = List.of(
            "ja",
            "Gesprek met de planner van het ziekenhuis",
            "Şükran Ğazioğlu-van der Veldőn uit Hỹlaren",
            "Ærøskøbing – Łódź · Ĳmuiden – ŉ",
            "Ελληνικά, Кириллица и Ѐ",
            "a < b && c > \"d\" 'e' </style> <b> &amp; %s {0} $F{c1} ${x}",
            "eerste regel\ntweede regel\n\n- derde\tregel",
            "arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersoverleg",
            "https://voorbeeld.example/een/heel/lang/adres/zonder/een/enkele/spatie/tot/voorbij/de/rand?x=1&y=2",
            "\u00a0 \u2019s ochtends\u00ad vroeg \u2026 \u20ac 12,50");

    private static final List<String> SELDOM = List.of(
            LONG,
            HIGH,
            "محمد بن عبد الله, 王小明 en 山田 太郎・カタカナ",
            "a\u0301 e\u0308 \u202eomgekeerd\u202c \ud83d\ude00 김철수 \u0007\r\n\u2028x");

    /** With so many rows no text is as long as it may be: there would be hundreds of pages. */
    private static final int MANY = 100;

    /** So many of them fit where the house itself puts a name or a number. */
    private static final int PLAIN = 4;

    private static final Map<String, List<String>> CODES = Map.ofEntries(
            entry("product", List.of("SPOOR_1", "SPOOR_2", "JOBCOACHING", "WERKFIT", "NAAR_WERK", "PARTICIPATIE")),
            entry("endReason", List.of("PLAATSING", "EINDE_OPDRACHT", "NIET_HAALBAAR", "VERHUISD")),
            entry("reason", List.of("PLAATSING", "EINDE_OPDRACHT", "NIET_HAALBAAR", "VERHUISD")),
            entry("Goal.status", List.of("OPEN", "BEHAALD", "NIET_BEHAALD")),
            entry("Standing.status", List.of("OP_SCHEMA", "VERTRAAGD", "BIJSTELLEN")),
            entry("who", List.of("CLIENT", "COACH", "OPDRACHTGEVER", "WERKGEVER")),
            entry("legalFrame", List.of("WVP_SPOOR_2", "ZIEKTEWET", "WIA", "WGA", "WAJONG", "PARTICIPATIEWET")),
            entry("phase", List.of("INTAKE", "ORIENTATIE", "VERSTERKING", "BEMIDDELING", "NAZORG")),
            entry("outlook", List.of("HAALBAAR", "ONZEKER", "NIET_HAALBAAR")),
            entry("topic", List.of("SOLLICITATIES", "OEFENEN_GESPREK", "PLAN_VAN_AANPAK", "EVALUATIE_WERKGEVER")),
            entry("Application.kind", List.of("VACATURE", "OPEN", "NETWERK", "UITZENDBUREAU")),
            entry("response", List.of("GEEN", "GESPREK", "AFGEWEZEN", "AANGENOMEN")),
            entry("kind", List.of("GESPREK", "TELEFONISCH", "VIDEO", "DRIEGESPREK", "WERKPLEKBEZOEK")),
            entry("work", List.of("BEGELEIDING", "VOORBEREIDING", "REISTIJD", "RAPPORTAGE")),
            entry("contract", List.of("BEPAALDE_TIJD", "ONBEPAALDE_TIJD", "PROEFPLAATSING", "WERKERVARINGSPLAATS")),
            entry("sourceRole", List.of("BEDRIJFSARTS", "VERZEKERINGSARTS", "ARBEIDSDESKUNDIGE")),
            entry("brandColour", List.of("#0b6b50", "#ffff00", "#ff6600", "#003a70")),
            entry("Annex.type", List.of("CV", "SOLLICITATIEBRIEF", "DIPLOMA", "TRAJECTPLAN", "EVALUATIE")));

    private static final Logo LOGO = Logo.drawn(TestLogo.png(300, 100));

    private static final Map<String, Integer> LIMITS = Map.of("ladder", 6, "score", 10, "version", 9);

    private final Random random;
    private final int rows;

    private MadeUp(Random random, int rows) {
        this.random = random;
        this.rows = rows;
    }

    /** @param rows how long every list is */
    static <D extends Record> D document(Class<D> type, long seed, int rows) {
        return type.cast(new MadeUp(new Random(seed), rows).record(type));
    }

    private Record record(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = Stream.of(parts).map(this::part).toArray();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (Record) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object part(RecordComponent part) {
        boolean mayBeMissing = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (mayBeMissing && random.nextInt(5) == 0) {
            return null;
        }
        if (part.getGenericType() instanceof ParameterizedType list) {
            Type each = list.getActualTypeArguments()[0];
            return Stream.generate(() -> value((Class<?>) each, part))
                    .filter(value -> !(value instanceof Record row) || saysSomething(row))
                    .limit(rows)
                    .toList();
        }
        return value(part.getType(), part);
    }

    /** No fact makes a row without anything in it. */
    private static boolean saysSomething(Record row) {
        return Stream.of(row.getClass().getRecordComponents()).anyMatch(part -> {
            try {
                return part.getAccessor().invoke(row) != null;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Object value(Class<?> type, RecordComponent part) {
        if (type == ReportingPeriod.class) {
            return ReportingPeriod.parse(List.of("2026-10", "2026-Q3", "2026").get(random.nextInt(3)))
                    .orElseThrow();
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type == String.class) {
            return text(part);
        }
        if (type == Figure.class) {
            return figure().after(random.nextBoolean() ? figure() : null);
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(100_000), 2);
        }
        if (type == Integer.class || type == int.class) {
            return 1 + random.nextInt(LIMITS.getOrDefault(part.getName(), 500));
        }
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1500));
        if (type == LocalDate.class) {
            return day;
        }
        if (type == YearMonth.class) {
            return YearMonth.from(day);
        }
        if (type == Logo.class) {
            return LOGO;
        }
        if (type == Instant.class) {
            return Instant.parse("2026-11-02T08:15:00Z");
        }
        throw new IllegalStateException("Nothing made up for " + part);
    }

    private String text(RecordComponent part) {
        String owner = part.getDeclaringRecord().getSimpleName() + "." + part.getName();
        List<String> codes = CODES.getOrDefault(owner, CODES.get(part.getName()));
        if (part.getDeclaringRecord() == DocumentHead.class && !part.getName().equals("tenant") && codes == null) {
            return "2026-" + random.nextInt(100);
        }
        if (part.isAnnotationPresent(NoPersonalData.class) && codes == null) {
            return TEXTS.get(random.nextInt(PLAIN));
        }
        if (codes == null && rows < MANY && random.nextInt(25) == 0) {
            return SELDOM.get(random.nextInt(SELDOM.size()));
        }
        List<String> from = codes == null ? TEXTS : codes;
        return from.get(random.nextInt(from.size()));
    }

    private Figure figure() {
        return switch (random.nextInt(5)) {
            case 0 -> Figure.fewerThan(5);
            case 1 -> Figure.leftOut();
            default -> Figure.of(random.nextInt(2000));
        };
    }
}
