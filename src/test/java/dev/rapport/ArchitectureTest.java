package dev.rapport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** Holds what ARCHITECTURE.md says of the rooms. */
@AnalyzeClasses(packages = "dev.rapport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the bottom to the top; rooms that stand on the same floor do not use each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("slice", "words"),
            List.of("metric", "web"),
            List.of("db"),
            List.of("fact"),
            List.of("team"),
            List.of("cube.store"),
            List.of("cube.build"),
            List.of("channel"),
            List.of("person"),
            List.of("segment"),
            List.of("cube.read"),
            List.of("query", "annotation"),
            List.of("behaviour", "voice", "support", "revenue", "campaign", "social", "target"),
            List.of("customers"),
            List.of("journey"),
            List.of("ingest"),
            List.of("dashboard"),
            List.of("dashboard.board", "dashboard.list", "dashboard.journey"),
            List.of("dashboard.metric"),
            List.of("dashboard.catalogue"),
            List.of("dashboard.guide"));

    /** Rooms whose parts are rooms of their own. */
    private static final List<String> WITH_PARTS = List.of("cube", "dashboard");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES =
            slices().assignedFrom(new Rooms()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_DEPEND_DOWNWARDS_ONLY =
            classes().that().resideInAPackage("dev.rapport..").should(dependOnLowerFloors());

    @ArchTest
    static final ArchRule SLICE_AND_METRIC_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage("dev.rapport.slice", "dev.rapport.metric")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "java.sql..", "org.hibernate..");

    /** Statements run on handles (ADR 30); what is named speaks to the driver of COPY, has it cancel, or asks whether it is there. */
    @ArchTest
    static final ArchRule JDBC_IS_OF_ONE_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("dev.rapport.db")
            .and()
            .doNotHaveSimpleName("RowCopy")
            .and()
            .doNotHaveSimpleName("FactStaging")
            .and()
            .doNotHaveSimpleName("CancelWatch")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Connection.class, Statement.class, PreparedStatement.class, DriverManager.class);

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_KNOWN = classes()
            .that()
            .resideInAPackage("dev.rapport..")
            .should()
            .resideInAnyPackage(FLOORS.stream()
                    .flatMap(List::stream)
                    .map(room -> "dev.rapport." + room + "..")
                    .toArray(String[]::new));

    /** Beans are given the clock, so that a test gives another; what counts days or moments is given it or them. */
    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.rapport.web.ClockProducer")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now", ZoneId.class)
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule ENDPOINTS_SAY_WHO_MAY_CALL_THEM = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(new ArchCondition<>("be public and carry a role, or stand in a class that does") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                    boolean open = method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC);
                    boolean says = List.of(RolesAllowed.class, PermitAll.class, DenyAll.class).stream()
                            .anyMatch(annotation -> method.isAnnotatedWith(annotation)
                                    || method.getOwner().isAnnotatedWith(annotation));
                    boolean authenticated = method.isAnnotatedWith("io.quarkus.security.Authenticated")
                            || method.getOwner().isAnnotatedWith("io.quarkus.security.Authenticated");
                    if (!open || !(says || authenticated)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                    }
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ENDPOINTS_ARE_CALLED_RESOURCES = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .allowEmptyShould(true);

    private static ArchCondition<JavaClass> dependOnLowerFloors() {
        return new ArchCondition<>("depend on lower floors only") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                origin.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String from = room(origin);
                    String to = room(dependency.getTargetClass());
                    if (!to.isEmpty() && !from.equals(to) && floor(to) >= floor(from)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                });
            }
        };
    }

    /** The cube's three parts are rooms of their own: what reads stands above the dimensions, what is read below them. */
    private static final class Rooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String room = room(type);
            return room.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(room);
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("dev.rapport.")) {
            return "";
        }
        String[] parts = name.substring("dev.rapport.".length()).split("\\.");
        return WITH_PARTS.contains(parts[0]) && parts.length > 1 ? parts[0] + "." + parts[1] : parts[0];
    }

    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        return -1;
    }
}
