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
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;

/** Holds what ARCHITECTURE.md says of the rooms. */
@AnalyzeClasses(packages = "dev.rapport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the bottom to the top; rooms that stand on the same floor do not use each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("slice", "web", "schema"),
            List.of("metric"),
            List.of("team"),
            List.of("rollup"),
            List.of("channel"),
            List.of("customer"),
            List.of("segment"),
            List.of("query", "annotation"),
            List.of("behaviour", "voice", "support", "revenue", "campaign", "social", "target"),
            List.of("loyalty"),
            List.of("journey"),
            List.of("ingest", "export"),
            List.of("dashboard"));

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CYCLES =
            slices().matching("dev.rapport.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_DEPEND_DOWNWARDS_ONLY =
            classes().that().resideInAPackage("dev.rapport.*").should(dependOnLowerFloors());

    @ArchTest
    static final ArchRule SLICE_AND_METRIC_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage("dev.rapport.slice", "dev.rapport.metric")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "java.sql..", "org.hibernate..");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_KNOWN = classes()
            .that()
            .resideInAPackage("dev.rapport.*")
            .should()
            .resideInAnyPackage(FLOORS.stream()
                    .flatMap(List::stream)
                    .map(room -> "dev.rapport." + room)
                    .toArray(String[]::new));

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

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("dev.rapport.")
                ? name.substring("dev.rapport.".length()).split("\\.")[0]
                : "";
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
