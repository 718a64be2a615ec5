package hebb.io.keras;

import hebb.core.shape.Nearest;
import hebb.io.json.Json;
import hebb.nn.Configurable;
import hebb.nn.Layer;
import hebb.nn.Names;
import hebb.nn.Registered;
import hebb.nn.constraints.Constraint;
import hebb.nn.initializers.Initializer;
import hebb.nn.losses.Loss;
import hebb.nn.metrics.Metric;
import hebb.nn.optimizers.Optimizer;
import hebb.nn.regularizers.Regularizer;
import hebb.nn.schedules.LearningRateSchedule;
import hebb.nn.words.ConstraintWords;
import hebb.nn.words.InitializerWords;
import hebb.nn.words.LayerWords;
import hebb.nn.words.LossWords;
import hebb.nn.words.MetricWords;
import hebb.nn.words.OptimizerWords;
import hebb.nn.words.RegularizerWords;
import hebb.nn.words.ScheduleWords;
import hebb.nn.words.Words;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of things that a config describes, each with Keras's module of them.
enum Family {
    LAYER("keras.layers", Layer.class, LayerWords.table()),
    LOSS("keras.losses", Loss.class, LossWords.table()),
    METRIC("keras.metrics", Metric.class, MetricWords.table()),
    SCHEDULE("keras.optimizers.schedules", LearningRateSchedule.class, ScheduleWords.table()),
    OPTIMIZER("keras.optimizers", Optimizer.class, OptimizerWords.table()),
    INITIALIZER("keras.initializers", Initializer.class, InitializerWords.table()),
    REGULARIZER("keras.regularizers", Regularizer.class, RegularizerWords.table()),
    CONSTRAINT("keras.constraints", Constraint.class, ConstraintWords.table());

    private final String module;
    private final Class<?> type;
    private final Words<? extends Configurable> words;

    Family(String module, Class<?> type, Words<? extends Configurable> words) {
        this.module = module;
        this.type = type;
        this.words = words;
    }

    /// Keras's module: `keras.layers`.
    String module() {
        return module;
    }

    /// Whether files may name the class of this object.
    boolean knows(Configurable object) {
        return words.find(object.className())
                .filter(known -> known.getClass() == object.getClass())
                .isPresent();
    }

    /// The family of this Java type, if it is one's.
    static Optional<Family> of(Class<?> type) {
        return Arrays.stream(values()).filter(f -> f.type.isAssignableFrom(type)).findFirst();
    }

    /// The family of Keras's module of that name; older versions knew them by others.
    static Optional<Family> ofModule(String module) {
        var name = module.replace("keras.src.", "keras.").replace("tensorflow.", "");
        return Arrays.stream(values()).filter(f -> name.startsWith(f.module)).findFirst();
    }

    /// A fresh object of the class that is named there.
    Configurable fresh(Json className, Optional<Json> registeredName) {
        var name = className.text();
        var own = registeredName.filter(Json::isText).map(Json::text);
        boolean isOwn = own.filter(o -> o.contains(">")).isPresent();
        return own.flatMap(Registered::find)
                .or(() -> Registered.find(name))
                .or(() -> isOwn ? Optional.empty() : exact(name))
                .orElseThrow(() -> unknown(className, own.orElse(name)));
    }

    /// The class of that name, in that spelling.
    private Optional<Configurable> exact(String name) {
        return words.find(name)
                .map(Configurable.class::cast)
                .filter(o ->
                        o.className().equals(name)
                                || words.all().contains(name)
                                || words.all().contains(Names.snakeCase(name)));
    }

    private RuntimeException unknown(Json at, String name) {
        var near = Nearest.fix(shortened(name), words.all());
        return at.wrong("there is no " + words.kind() + " of that name")
                .received("'" + shortened(name) + "'")
                .expected(
                        "a "
                                + words.kind()
                                + " of Keras's that Hebb knows, or one that was registered")
                .fix(near.isEmpty() ? "Registered.add(\"my_package\", MyClass::new) before" : near);
    }

    /// The object that one word stands for.
    Configurable ofWord(Json word) {
        return words.find(word.text())
                .map(Configurable.class::cast)
                .orElseThrow(() -> unknown(word, word.text()));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
