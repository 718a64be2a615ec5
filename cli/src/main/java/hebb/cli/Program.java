package hebb.cli;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import hebb.core.shape.HebbException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// A Java source file, compiled in memory, with the `main` that starts it.
record Program(MainMethod main) {
    /// Compiles `source`, and what it names of the files beside it.
    static Program compile(Path source) {
        if (!source.toString().endsWith(".java")) {
            throw HebbException.of("hebb run", "this is not a Java source file")
                    .received(source)
                    .expected("a file whose name ends with .java")
                    .fix("hebb run path/to/Program.java");
        }
        var javac = javac();
        var messages = new DiagnosticCollector<JavaFileObject>();
        var disk = javac.getStandardFileManager(messages, null, StandardCharsets.UTF_8);
        try (var classes = new MemoryClasses(disk)) {
            disk.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
            var sources = disk.getJavaFileObjects(source);
            var task = (JavacTask) javac.getTask(null, classes, messages, options(), null, sources);
            var types = new ArrayList<String>();
            for (var unit : task.parse()) {
                lookBeside(source, unit, disk);
                types.addAll(types(unit));
            }
            task.generate();
            CompilerErrors.check(source, messages.getDiagnostics());
            return new Program(main(source, types, classes.loader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Calls `main` as `java` would; throws what it throws.
    void run(String... arguments) throws Throwable {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(main.method().getDeclaringClass().getClassLoader());
        try {
            main.call(arguments);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /// The innermost line of the program on the way to what was thrown: `P.java:42`.
    Optional<String> lineOf(Throwable thrown) {
        var loader = main.method().getDeclaringClass().getClassLoader();
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getLineNumber() > 0 && isOf(loader, frame.getClassName()))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
    }

    private static boolean isOf(ClassLoader loader, String type) {
        try {
            return loader.equals(Class.forName(type, false, loader).getClassLoader());
        } catch (ClassNotFoundException e) {
            return false; // a hidden class
        }
    }

    private static JavaCompiler javac() {
        var javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw HebbException.of("hebb run", "this Java has no compiler")
                    .received(System.getProperty("java.home"))
                    .expected("a JDK, which has javac")
                    .fix("set JAVA_HOME to a JDK 25 or later");
        }
        return javac;
    }

    private static List<String> options() {
        var modules = System.getProperty("jdk.module.path", System.getProperty("java.class.path"));
        return List.of(
                "-proc:none",
                "-parameters",
                "-g",
                "--module-path",
                modules,
                "--add-modules",
                "ALL-MODULE-PATH");
    }

    /// As `java FILE` does: a program may use the sources of its own package tree.
    private static void lookBeside(
            Path source, CompilationUnitTree unit, StandardJavaFileManager disk)
            throws IOException {
        var root = source.toAbsolutePath().normalize().getParent();
        var name = unit.getPackageName();
        if (name != null) {
            var folders = Path.of("", name.toString().split("\\."));
            if (root == null || !root.endsWith(folders)) {
                return;
            }
            for (int i = 0; i < folders.getNameCount() && root != null; i++) {
                root = root.getParent();
            }
        }
        if (root != null) {
            disk.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of(root));
        }
    }

    /// The names of the classes that the file declares at its top, in its order.
    private static List<String> types(CompilationUnitTree unit) {
        var home = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(type -> home + ((ClassTree) type).getSimpleName())
                .toList();
    }

    private static MainMethod main(Path source, List<String> types, ClassLoader loader) {
        for (var type : types) {
            try {
                var main = MainMethod.of(Class.forName(type, false, loader));
                if (main.isPresent()) {
                    return main.get();
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(type + " was compiled but is not there", e);
            }
        }
        throw HebbException.of(source.toString(), "the program has no main method to start with")
                .received(types.isEmpty() ? "no class" : "class " + String.join(", ", types))
                .expected("void main() or void main(String[] args), static or not, not private")
                .fix("write void main() { … } at the top level of the file");
    }
}
