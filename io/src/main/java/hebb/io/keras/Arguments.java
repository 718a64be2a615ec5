package hebb.io.keras;

import hebb.io.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Arguments of Keras's classes that Hebb's do not list, and what became of them.
final class Arguments {
    /// Old names, and those that replaced them.
    private static final Map<String, String> RENAMED =
            Map.of(
                    "lr",
                    "learning_rate",
                    "batch_input_shape",
                    "batch_shape",
                    "alpha",
                    "negative_slope");

    /// Arguments without effect here, and for which values that is true.
    private static final Map<String, Predicate<Json>> WITHOUT_EFFECT =
            Map.ofEntries(
                    Map.entry(
                            "batch_shape",
                            Arguments::isAny), // ModelReader looks at the first layer's
                    Map.entry("sparse", Arguments::isNo),
                    Map.entry("ragged", Arguments::isNo),
                    Map.entry("optional", Arguments::isNo),
                    Map.entry("time_major", Arguments::isNo),
                    Map.entry("unroll", Arguments::isAny), // the loop is the same, written out
                    Map.entry("implementation", Arguments::isAny),
                    Map.entry("use_cudnn", Arguments::isAny),
                    Map.entry("fused", Arguments::isAny),
                    Map.entry("virtual_batch_size", Json::isNull),
                    Map.entry("initial", Json::isNull),
                    Map.entry("quantization_config", Json::isNull),
                    Map.entry(
                            "input_length",
                            Arguments::isAny), // of Embedding: only declared a shape
                    Map.entry("input_dtype", Arguments::isAny),
                    Map.entry("decay", Arguments::isZero),
                    Map.entry("is_legacy_optimizer", Arguments::isAny),
                    Map.entry("jit_compile", Arguments::isAny),
                    Map.entry("fn", Json::isNull),
                    Map.entry("autocast", Arguments::isAny),
                    Map.entry("batch_size", Json::isNull),
                    Map.entry("flash_attention", Json::isNull),
                    Map.entry("lora_rank", Json::isNull),
                    Map.entry("lora_alpha", Json::isNull),
                    Map.entry("synchronized", Arguments::isNo),
                    Map.entry("shared_object_id", Arguments::isAny));

    /// Keys of options whose -1 is Python's None.
    private static final List<String> NONE_IN_LISTS = List.of("noise_shape");

    private Arguments() {}

    /// The name that an argument has today.
    static String today(String name) {
        return RENAMED.getOrDefault(name, name);
    }

    /// Whether an argument that is no option can be left out.
    static boolean isWithoutEffect(String name, Json value) {
        return value.isNull()
                || Optional.ofNullable(WITHOUT_EFFECT.get(name))
                        .filter(p -> p.test(value))
                        .isPresent();
    }

    /// Whether -1 in the list under this name is written as null.
    static boolean writesNull(String name) {
        return NONE_IN_LISTS.contains(name);
    }

    private static boolean isAny(Json value) {
        return true;
    }

    private static boolean isNo(Json value) {
        return value.isTruth() && !value.truth();
    }

    private static boolean isZero(Json value) {
        return value.isNumber() && value.number() == 0;
    }
}
