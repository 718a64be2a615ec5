package hebb.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the descriptors of the packed jars say.
class ModulesTest {
    static Stream<ModuleReference> modules() {
        return Checkout.modules().stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hebb.core", "hebb.cpu", "hebb.data", "hebb.nn"})
    void theRoomsBelowStandOnTheJdkAlone(String name) {
        assertThat(Checkout.module(name).requires())
                .filteredOn(r -> !r.modifiers().contains(Modifier.STATIC))
                .extracting(ModuleDescriptor.Requires::name)
                .allMatch(r -> r.equals("java.base") || r.startsWith("hebb.") || isVectorApi(r));
    }

    @Test
    void onlyTheCpuEngineNeedsTheVectorApi() {
        assertThat(modules())
                .filteredOn(m ->
                        m.descriptor().requires().stream().anyMatch(r -> isVectorApi(r.name())))
                .extracting(m -> m.descriptor().name())
                .containsExactly("hebb.cpu");
    }

    @Test
    void enginesAreImportedByNobodyButTheAggregate() {
        assertThat(modules())
                .filteredOn(m ->
                        m.descriptor().requires().stream()
                                .anyMatch(r -> r.name().equals("hebb.cpu")))
                .extracting(m -> m.descriptor().name())
                .containsExactly("hebb");
    }

    @Test
    void theFloorsOfCoreAreOpenToFriendsOnly() {
        var open =
                Checkout.module("hebb.core").exports().stream()
                        .filter(e -> !e.isQualified())
                        .map(ModuleDescriptor.Exports::source);
        assertThat(open).containsExactlyInAnyOrder("hebb.core.shape", "hebb.core.tensor");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theDesktopIsNeverPassedOn(ModuleReference module) {
        assertThat(module.descriptor().requires())
                .filteredOn(r -> r.modifiers().contains(Modifier.TRANSITIVE))
                .extracting(ModuleDescriptor.Requires::name)
                .doesNotContain("java.desktop");
    }

    @Test
    void theEngineAndTheNetworksAreSmall() throws IOException {
        long bytes = 0;
        for (var jar : Checkout.jars()) {
            if (jar.getFileName().toString().matches("hebb-(core|cpu|nn)-.*")) {
                bytes += Files.size(jar);
            }
        }
        assertThat(bytes).isBetween(100_000L, 2_000_000L);
    }

    /// The module path reads the descriptor, the class path META-INF/services.
    @ParameterizedTest
    @MethodSource("modules")
    void servicesAreDeclaredForBothPaths(ModuleReference module) throws IOException {
        var descriptor = new TreeMap<String, List<String>>();
        for (var provides : module.descriptor().provides()) {
            descriptor.put(provides.service(), provides.providers());
        }
        assertThat(serviceFiles(module)).isEqualTo(descriptor);
    }

    private static Map<String, List<String>> serviceFiles(ModuleReference module)
            throws IOException {
        var folder = "META-INF/services/";
        var services = new TreeMap<String, List<String>>();
        try (var reader = module.open();
                var entries = reader.list()) {
            for (var entry :
                    entries.filter(e -> e.startsWith(folder) && !e.endsWith("/")).toList()) {
                var lines =
                        new String(
                                reader.open(entry).orElseThrow().readAllBytes(),
                                StandardCharsets.UTF_8);
                services.put(entry.substring(folder.length()), lines.lines().toList());
            }
        }
        return services;
    }

    private static boolean isVectorApi(String module) {
        return module.equals("jdk.incubator.vector");
    }
}
