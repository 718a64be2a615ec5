package hebb.nn;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hebb.core.shape.HebbException;
import java.util.concurrent.Callable;

/// Asserts the whole text of an error.
public final class Wrong {
    private Wrong() {}

    public static void says(String text, Callable<?> call) {
        assertThatExceptionOfType(HebbException.class)
                .isThrownBy(call::call)
                .withMessage(text.strip());
    }

    public static void says(String text, Runnable call) {
        says(
                text,
                () -> {
                    call.run();
                    return text;
                });
    }
}
