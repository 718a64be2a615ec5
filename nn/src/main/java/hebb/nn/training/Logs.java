package hebb.nn.training;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Values by name that are computed when somebody looks at them.
final class Logs extends AbstractMap<String, Double> {
    private final Supplier<Map<String, Double>> source;
    private @Nullable Map<String, Double> values;

    Logs(Supplier<Map<String, Double>> source) {
        this.source = source;
    }

    @Override
    public Set<Entry<String, Double>> entrySet() {
        if (values == null) {
            values = source.get();
        }
        return values.entrySet();
    }

    /// To be computed anew when looked at the next time.
    Logs outdated() {
        values = null;
        return this;
    }
}
