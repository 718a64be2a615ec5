package hebb.cpu.simd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Makes a class of its own from a template class and numbers that shall be constants in it.
///
/// A template is an ordinary class that reads its constants with [#constants(MethodHandles.Lookup)]
/// in its static initializer. Each copy is a hidden class, compiled by itself, which is what lets
/// the JIT fold the numbers.
public final class Template {
    private Template() {}

    /// A new instance of a copy of the class `name` in the package of `lookup`.
    public static Object specialise(MethodHandles.Lookup lookup, String name, int... constants) {
        try (var in = lookup.lookupClass().getResourceAsStream(name + ".class")) {
            if (in == null) {
                throw new IllegalStateException("no class file of " + name);
            }
            var copy = lookup.defineHiddenClassWithClassData(in.readAllBytes(), constants, true);
            var nothing = MethodType.methodType(void.class);
            return copy.findConstructor(copy.lookupClass(), nothing).invoke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot specialise " + name, e);
        }
    }

    /// The constants of the template copy that `lookup` belongs to.
    public static int[] constants(MethodHandles.Lookup lookup) {
        try {
            return MethodHandles.classData(lookup, "_", int[].class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("not a copy of a template: " + lookup, e);
        }
    }
}
