package hebb.core.engine;

import hebb.core.shape.DType;
import java.lang.reflect.Array;
import java.util.EnumMap;
import java.util.Map;

/// Memory for what comes and goes while a plan runs: one array an element type, which grows to the
/// largest plan's need and is used again by the next. For one run at a time.
public final class Workspace {
    private final Map<DType, Object> arrays = new EnumMap<>(DType.class);

    /// The array of that type, of at least `size` elements. Its contents are what was left there.
    public Object array(DType dtype, int size) {
        var array = arrays.get(dtype);
        if (array == null || Array.getLength(array) < size) {
            array = dtype.array(size);
            arrays.put(dtype, array);
        }
        return array;
    }
}
