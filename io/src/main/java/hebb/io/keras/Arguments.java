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

    private static final Predicate<Json> ANY = _ -> true;
    private static final Predicate<Json> NO = v -> v.isTruth() && !v.truth();
    private static final Predicate<Json> NOTHING = v -> v.isNumber() && v.number() == 0;

    /// Arguments without effect here, and for which values that is true.
    private static final Map<String, Predicate<Json>> WITHOUT_EFFECT =
            Map.ofEntries(
                    Map.entry("sparse", NO),
                    Map.entry("ragged", NO),
                    Map.entry("optional", NO),
                    Map.entry("time_major", NO),
                    Map.entry("unroll", ANY), // the loop is the same, written out
                    Map.entry("implementation", ANY),
                    Map.entry("use_cudnn", ANY),
                    Map.entry("fused", ANY),
                    Map.entry("virtual_batch_size", Json::isNull),
                    Map.entry("quantization_config", Json::isNull),
                    Map.entry("input_length", ANY), // of Embedding: only declared a shape
                    Map.entry("input_dtype", ANY),
                    Map.entry("decay", NOTHING),
                    Map.entry("is_legacy_optimizer", ANY),
                    Map.entry("jit_compile", ANY),
                    Map.entry("fn", Json::isNull),
                    Map.entry("autocast", ANY),
                    Map.entry("batch_size", Json::isNull),
                    Map.entry("flash_attention", Json::isNull),
                    Map.entry("lora_rank", Json::isNull),
                    Map.entry("lora_alpha", Json::isNull),
                    Map.entry("synchronized", NO),
                    Map.entry("shared_object_id", ANY));

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
}
