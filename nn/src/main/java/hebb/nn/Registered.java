package hebb.nn;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Classes of your own that files may name: layers, losses, metrics, optimizers, schedules,
/// initializers, regularizers, constraints. A file never brings code; it can only name what was
/// registered before:
///
/// {@snippet :
/// Registered.add("my_package", Scale::new);
/// var model = Model.load("m.keras"); // may hold "my_package>Scale"
/// }
///
/// Keras: `@keras.saving.register_keras_serializable("my_package")` over the class of the same
/// name.
public final class Registered {
    private static final Map<String, Supplier<? extends Configurable>> KNOWN =
            new ConcurrentHashMap<>();

    private Registered() {}

    /// Lets files name a class, under the name `package>className`. What `fresh` makes is given the
    /// options of the file, so it must make a new object each time.
    public static void add(String packageName, Supplier<? extends Configurable> fresh) {
        KNOWN.put(packageName + ">" + fresh.get().className(), fresh);
    }

    /// A new object of the class that goes by that name: `my_package>Scale`.
    public static Optional<Configurable> find(String name) {
        return Optional.ofNullable(KNOWN.get(name)).map(Supplier::get);
    }

    /// The name under which an object's class was registered.
    public static Optional<String> nameOf(Configurable object) {
        return KNOWN.keySet().stream()
                .filter(name -> name.endsWith(">" + object.className()))
                .filter(name -> find(name).orElseThrow().getClass() == object.getClass())
                .findFirst();
    }

    /// All such names.
    public static Collection<String> names() {
        return Collections.unmodifiableSet(KNOWN.keySet());
    }
}
