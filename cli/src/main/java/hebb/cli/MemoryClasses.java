package hebb.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// Keeps the class files that the compiler writes in memory, for a loader to define.
final class MemoryClasses extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ClassFile> written = new HashMap<>();

    MemoryClasses(JavaFileManager disk) {
        super(disk);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        return written.computeIfAbsent(name, ClassFile::new);
    }

    /// A loader of what was written, under the loader of Hebb.
    ClassLoader loader() {
        return new Loader(written);
    }

    private static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, ClassFile> files;

        Loader(Map<String, ClassFile> files) {
            super(MemoryClasses.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            var file = files.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            var bytes = file.bytes.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
