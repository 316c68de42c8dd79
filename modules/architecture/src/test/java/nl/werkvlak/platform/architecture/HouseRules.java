package nl.werkvlak.platform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.Connection;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.werkvlak.platform.disclosure.Release;
import nl.werkvlak.platform.disclosure.Released;
import nl.werkvlak.platform.disclosure.rule.Case;
import nl.werkvlak.platform.disclosure.rule.Rule;
import org.jspecify.annotations.NullMarked;

/** What holds for all production code, each with its reason and the few that may do otherwise. */
final class HouseRules {

    private static final String ROOT = "nl.werkvlak.platform.";
    private static final String LAUNCHER = ROOT + "launcher..";
    private static final String TESTING = ROOT + "testing..";

    private static final List<Class<?>> DECIDES = List.of(Rule.class, Case.class);

    /** Who holds one holds the gate's word; made by anybody else it would be a lie. */
    private static final List<Class<?>> MADE_BY_THE_GATE = List.of(Release.class, Released.class);

    private static final Set<String> HEADERS_ARE_READ_BY = Set.of(
            "getHeader",
            "getHeaders",
            "getHeaderString",
            "getRequestHeader",
            "getRequestHeaders",
            "getCookies",
            "containsHeaderString");

    private static final List<Class<?>> READ_FROM =
            List.of(HttpHeaders.class, ContainerRequestContext.class, HttpServletRequest.class);

    static final ArchRule STATEMENTS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + "tenancy.Sql")
            .and()
            .resideOutsideOfPackages(LAUNCHER, TESTING)
            .should()
            .callMethodWhere(call(
                    "makes a statement",
                    Connection.class,
                    method -> method.equals("createStatement") || method.startsWith("prepare")))
            .as("Statements are made in Sql, which demands the tenant");

    static final ArchRule NATIVE_QUERIES = noClasses()
            .should()
            .callMethodWhere(call(
                    "bypasses the tenant",
                    EntityManager.class,
                    method -> method.equals("createNativeQuery")
                            || method.equals("unwrap")
                            || method.equals("createStoredProcedureQuery")))
            .as("No native queries and no unwrapping: the persistence provider adds the tenant to JPQL only");

    static final ArchRule ENTITIES = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .beAssignableTo(ROOT + "tenancy.TenantOwned")
            .as("An entity belongs to a tenant: one that is not TenantOwned is filtered by nothing");

    static final ArchRule CONSOLE = noClasses()
            .that()
            .resideOutsideOfPackage(LAUNCHER)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .as("Nothing writes to the console but the launcher");

    static final ArchRule SLEEP = noClasses()
            .should()
            .callMethodWhere(call("sleeps", Thread.class, method -> method.equals("sleep")))
            .as("Nobody sleeps: wait for what should happen");

    static final ArchRule OLD_DATES = noClasses()
            .that()
            // The claims of a token speak this type, by their library.
            .haveNameNotMatching(Pattern.quote(ROOT + "security.Tokens") + "([$].*)?")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Date.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Calendar.class)
            .as("Days and moments are those of java.time");

    static final ArchRule CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages(LAUNCHER, TESTING)
            .and()
            .doNotHaveFullyQualifiedName(ROOT + "persistence.Resources")
            .should()
            .callMethodWhere(describe("asks the machine for the time", HouseRules::asksTheMachine))
            .as("Time comes from the Clock that is handed in, so that it can be set");

    static final ArchRule RENDERING = noClasses()
            .that()
            // Resources only makes the renderer, for who asks.
            .doNotHaveFullyQualifiedName(ROOT + "persistence.Resources")
            .and()
            .resideOutsideOfPackages(ROOT + "rendering..", ROOT + "reporting..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "rendering..")
            .as("Only reporting puts anything on paper, and reporting asks the gate");

    static final ArchRule RELEASES = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "disclosure..")
            .should()
            .callCodeUnitWhere(describe(
                    "decides beside the gate",
                    call -> (DECIDES.stream().anyMatch(call.getTargetOwner()::isEquivalentTo)
                                    && call.getName().equals("decide"))
                            || (MADE_BY_THE_GATE.stream().anyMatch(call.getTargetOwner()::isEquivalentTo)
                                    && call.getName().equals("<init>"))))
            .as("There is one way out: the gate decides, and makes the release");

    static final ArchRule PURE = noClasses()
            .that()
            .resideInAPackage("..disclosure.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta..", "java.io..", ROOT + "tenancy..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .as("The rule is a function of facts and an instant: it knows no database, no file and no clock");

    static final ArchRule EDGE = noClasses()
            .that()
            .resideInAnyPackage("nl.werkvlak.platform..api..", "nl.werkvlak.platform..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    ROOT + "vault..",
                    ROOT + "persistence..",
                    ROOT + "rendering..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ROOT + "tenancy.Sql")
            .as("The edge reads nothing by itself: what it shows, a desk gave it");

    static final ArchRule HEADERS = noClasses()
            .that()
            .resideInAPackage("nl.werkvlak.platform..api..")
            .and()
            // Who asks, and in which language.
            .haveNameNotMatching(Pattern.quote(ROOT + "api.") + "(EdgeFilter|TokenServlet|Language)")
            .should()
            .callMethodWhere(describe(
                    "reads a header by itself",
                    call -> HEADERS_ARE_READ_BY.contains(call.getName())
                            && READ_FROM.stream()
                                    .anyMatch(owner -> assignableTo(owner).test(call.getTargetOwner()))))
            .as(
                    "A header that a resource reads is a parameter, so that it stands in the contract and its ids are tried");

    static final ArchRule NULL_MARKED = classes()
            .should(new ArchCondition<>("stand in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " has no package-info.java with @NullMarked"));
                    }
                }
            })
            .as("Every package says what it is for, and that null is the exception");

    private static final List<String> TIME_ZONED = List.of("now", "systemUTC", "systemDefaultZone", "system");

    private HouseRules() {}

    static List<ArchRule> all() {
        return List.of(
                STATEMENTS,
                NATIVE_QUERIES,
                ENTITIES,
                CONSOLE,
                SLEEP,
                OLD_DATES,
                CLOCK,
                RENDERING,
                RELEASES,
                PURE,
                EDGE,
                HEADERS,
                NULL_MARKED);
    }

    private static boolean asksTheMachine(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var parameters = call.getTarget().getRawParameterTypes();
        var takesNoClock = parameters.isEmpty()
                || (parameters.size() == 1 && parameters.get(0).isEquivalentTo(ZoneId.class));
        var isOfTime = owner.getPackageName().equals("java.time") && TIME_ZONED.contains(call.getName());
        var isOfSystem = owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
        return (isOfTime && takesNoClock) || isOfSystem;
    }

    private static DescribedPredicate<JavaCall<?>> call(String what, Class<?> owner, Predicate<String> method) {
        return describe(what, call -> assignableTo(owner).test(call.getTargetOwner()) && method.test(call.getName()));
    }
}
