package hebb.it;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An import may only point down. Between modules their descriptors see to that (and ModulesTest to
/// the descriptors), between the packages of a module this test.
class ArchTest {
    private static final JavaClasses CLASSES = classesOf(Checkout.jars());

    /// The packages of core and nn, each with those it may import; a new one needs a line here.
    private static final Map<String, List<String>> FLOORS =
            floors(
                    """
                    core.shape:
                    core.op: core.shape
                    core.grad: core.shape core.op
                    core.plan: core.shape core.op
                    core.engine: core.shape core.op core.plan
                    core.engine.reference: core.shape core.op core.plan core.engine
                    core.tensor: core.shape core.op core.grad core.plan core.engine

                    nn.check:
                    nn.math:
                    nn.terminal:
                    nn.constraints: nn nn.check nn.math
                    nn.initializers: nn nn.check nn.math
                    nn.regularizers: nn nn.check nn.math
                    nn.operations: nn.math
                    nn.layers: nn nn.check nn.math nn.operations nn.constraints nn.initializers \
                        nn.regularizers
                    nn.metrics: nn nn.check nn.math nn.initializers nn.words
                    nn.losses: nn nn.check nn.math nn.metrics nn.words
                    nn.schedules: nn nn.check
                    nn.optimizers: nn nn.check nn.math nn.constraints nn.initializers nn.words \
                        nn.schedules
                    nn.words: nn nn.layers nn.losses nn.metrics nn.optimizers nn.schedules \
                        nn.initializers nn.regularizers nn.constraints
                    nn.spi: nn
                    nn.events:
                    nn.callbacks: nn nn.check nn.events nn.metrics nn.schedules nn.training
                    nn.training: nn nn.check nn.math nn.terminal nn.constraints nn.initializers \
                        nn.regularizers nn.metrics nn.losses nn.optimizers nn.words nn.callbacks
                    nn: nn..
                    """);

    private static JavaClasses classesOf(List<Path> jars) {
        return new ClassFileImporter()
                .importLocations(
                        jars.stream()
                                .filter(j -> j.getFileName().toString().startsWith("hebb"))
                                .map(j -> Location.of(URI.create("jar:" + j.toUri() + "!/")))
                                .collect(Collectors.toSet()));
    }

    private static Map<String, List<String>> floors(String table) {
        return table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(": *"))
                .collect(Collectors.toMap(l -> l[0], l -> words(l.length > 1 ? l[1] : "")));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" +")).filter(w -> !w.isEmpty()).toList();
    }

    static Stream<String> packages() {
        return FLOORS.keySet().stream().sorted();
    }

    @Test
    void everyPackageOfCoreAndNnHasItsFloor() {
        var packages =
                CLASSES.stream()
                        .map(c -> c.getPackageName().replaceFirst("^hebb\\.", ""))
                        .filter(p -> p.matches("(core|nn)(\\..*)?"))
                        .collect(Collectors.toSet());
        assertThat(packages).isEqualTo(FLOORS.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsPointDown(String name) {
        var module = name.replaceFirst("\\..*", "");
        var allowed =
                Stream.concat(Stream.of(name), FLOORS.get(name).stream())
                        .map(p -> "hebb." + p)
                        .toArray(String[]::new);
        var elsewhere =
                resideInAPackage("hebb." + module + "..").and(not(resideInAnyPackage(allowed)));
        noClasses()
                .that()
                .resideInAPackage("hebb." + name)
                .should()
                .dependOnClassesThat(elsewhere)
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
