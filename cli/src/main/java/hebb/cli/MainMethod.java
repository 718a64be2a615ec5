package hebb.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The method that starts a program, chosen by the launch protocol of JEP 512: a `main(String[])`
/// that is not private, else such a `main()`; static, or called on a new instance.
record MainMethod(Class<?> type, Method method) {
    /// The `main` that `type` declares or inherits.
    static Optional<MainMethod> of(Class<?> type) {
        return find(type, String[].class)
                .or(() -> find(type))
                .map(method -> new MainMethod(type, method))
                .filter(main -> main.isStatic() || main.constructor().isPresent());
    }

    /// Calls it. What it throws comes out without the frames that lead here.
    void call(String... arguments) throws Throwable {
        try {
            method.setAccessible(true);
            var target = isStatic() ? null : instance();
            if (method.getParameterCount() == 0) {
                method.invoke(target);
            } else {
                method.invoke(target, (Object) arguments);
            }
        } catch (InvocationTargetException e) {
            var thrown = e.getCause();
            for (var t = thrown; t != null; t = t.getCause()) {
                t.setStackTrace(above(t.getStackTrace()));
            }
            throw thrown;
        }
    }

    private boolean isStatic() {
        return Modifier.isStatic(method.getModifiers());
    }

    private Object instance() throws ReflectiveOperationException {
        var constructor = constructor().orElseThrow();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private Optional<Constructor<?>> constructor() {
        return Modifier.isAbstract(type.getModifiers())
                ? Optional.empty()
                : Arrays.stream(type.getDeclaredConstructors())
                        .filter(c -> c.getParameterCount() == 0)
                        .filter(c -> !Modifier.isPrivate(c.getModifiers()))
                        .findFirst();
    }

    private static Optional<Method> find(Class<?> type, Class<?>... parameters) {
        var ofClasses =
                Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass)
                        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                        .filter(m -> inherits(type, m));
        var ofInterfaces = Arrays.stream(type.getMethods());
        return Stream.concat(ofClasses, ofInterfaces)
                .filter(m -> m.getName().equals("main") && m.getReturnType() == void.class)
                .filter(m -> Arrays.equals(m.getParameterTypes(), parameters))
                .findFirst();
    }

    private static boolean inherits(Class<?> type, Method method) {
        var home = method.getDeclaringClass();
        return Modifier.isPublic(method.getModifiers())
                || Modifier.isProtected(method.getModifiers())
                || (!Modifier.isPrivate(method.getModifiers())
                        && home.getPackageName().equals(type.getPackageName()));
    }

    /// The frames above the reflective call in [#call].
    private static StackTraceElement[] above(StackTraceElement[] frames) {
        int end = 0;
        while (end < frames.length
                && !frames[end].getClassName().equals(MainMethod.class.getName())) {
            end++;
        }
        if (end == frames.length) {
            return frames;
        }
        while (end > 0 && isReflection(frames[end - 1].getClassName())) {
            end--;
        }
        return Arrays.copyOf(frames, end);
    }

    private static boolean isReflection(String name) {
        return name.startsWith("java.lang.reflect.") || name.startsWith("jdk.internal.reflect.");
    }
}
