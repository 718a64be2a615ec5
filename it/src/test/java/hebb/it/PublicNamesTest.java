package hebb.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleReference;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that begins with `import module hebb;` can name every public type by its simple name:
/// they are unique, none is also a name of `java.base`, and all are passed on by `hebb`.
class PublicNamesTest {
    @TempDir private Path folder;

    @Test
    void oneProgramNamesThemAll() throws IOException {
        var types = new TreeSet<String>();
        for (var module : Checkout.modules()) {
            types.addAll(publicTypes(module));
        }
        // the full name on the left: a name of java.lang would win silently on the right
        var uses =
                types.stream()
                        .map(t -> "    Class<%s> _ = %s.class;\n".formatted(t, simpleName(t)))
                        .collect(Collectors.joining());
        var program =
                Files.writeString(
                        folder.resolve("Names.java"),
                        "import module hebb;\n\nvoid main() {\n" + uses + "}\n");
        assertThat(types).contains("hebb.core.shape.Shape");
        assertThat(errors(program)).isEmpty();
    }

    private List<String> errors(Path program) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new DiagnosticCollector<JavaFileObject>();
        var modules =
                Checkout.jars().stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        try (var files = compiler.getStandardFileManager(messages, null, null)) {
            var options = List.of("-d", folder.toString(), "-p", modules, "--add-modules", "hebb");
            var sources = files.getJavaFileObjects(program);
            var _ = compiler.getTask(null, files, messages, options, null, sources).call();
        }
        return messages.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(Diagnostic::toString)
                .toList();
    }

    private static Set<String> publicTypes(ModuleReference module) throws IOException {
        var exported =
                module.descriptor().exports().stream()
                        .filter(e -> !e.isQualified())
                        .map(Exports::source)
                        .collect(Collectors.toSet());
        var types = new TreeSet<String>();
        try (var reader = module.open();
                var entries = reader.list()) {
            for (var entry : entries.filter(e -> e.matches("[\\w/]+\\.class")).toList()) {
                var type = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
                var bytes = reader.open(entry).orElseThrow().readAllBytes();
                if (exported.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))))
                        && ClassFile.of().parse(bytes).flags().has(AccessFlag.PUBLIC)) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
