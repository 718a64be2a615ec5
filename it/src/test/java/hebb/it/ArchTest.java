package hebb.it;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An import may only point down. Between modules their descriptors see to that (and
/// ModulesTest to the descriptors), between the packages of a module this test.
class ArchTest {
    private static final JavaClasses CLASSES = classesOf(Checkout.jars());

    /// The packages of core, each with those it may import; a new one needs a line here.
    private static final Map<String, Set<String>> CORE =
            Map.of(
                    "shape", Set.of(),
                    "op", Set.of("shape"),
                    "grad", Set.of("shape", "op"),
                    "plan", Set.of("shape", "op"),
                    "engine", Set.of("shape", "op", "plan"),
                    "engine.reference", Set.of("shape", "op", "plan", "engine"),
                    "tensor", Set.of("shape", "op", "grad", "plan", "engine"));

    private static JavaClasses classesOf(List<Path> jars) {
        return new ClassFileImporter()
                .importLocations(
                        jars.stream()
                                .map(j -> Location.of(URI.create("jar:" + j.toUri() + "!/")))
                                .collect(Collectors.toSet()));
    }

    static Stream<String> packagesOfCore() {
        return CORE.keySet().stream().sorted();
    }

    @Test
    void everyPackageOfCoreHasItsFloor() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName))
                .filteredOn(p -> p.startsWith("hebb.core"))
                .isNotEmpty()
                .allSatisfy(
                        p -> assertThat(CORE).containsKey(p.replaceFirst("hebb\\.core\\.", "")));
    }

    @ParameterizedTest
    @MethodSource("packagesOfCore")
    void importsPointDown(String name) {
        var allowed = new ArrayList<String>();
        allowed.add("java..");
        allowed.add("org.jspecify..");
        allowed.add("hebb.core." + name);
        CORE.get(name).forEach(under -> allowed.add("hebb.core." + under));
        classes()
                .that()
                .resideInAPackage("hebb.core." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "cpu", "data"})
    void packagesFormNoCircle(String module) {
        var classes = CLASSES.that(resideInAPackage("hebb." + module + ".."));
        slices().matching("hebb.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void aClassIsAbstractOrFinal() {
        assertThat(CLASSES.stream())
                .filteredOn(c -> !c.isInterface() && !c.isAnonymousClass())
                .filteredOn(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
                .filteredOn(c -> !c.getModifiers().contains(JavaModifier.FINAL))
                .filteredOn(c -> !c.isEnum()) // constants with a body of their own
                .isEmpty();
    }
}
