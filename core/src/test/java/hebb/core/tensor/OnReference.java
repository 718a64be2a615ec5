package hebb.core.tensor;

import hebb.core.engine.Engines;
import hebb.core.engine.reference.ReferenceEngine;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Runs tests on the reference engine, which is all that core has.
final class OnReference implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> test,
            ReflectiveInvocationContext<Method> context,
            ExtensionContext extension)
            throws Throwable {
        run(test);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> test,
            ReflectiveInvocationContext<Method> context,
            ExtensionContext extension)
            throws Throwable {
        run(test);
    }

    private static void run(Invocation<@Nullable Void> test) throws Throwable {
        var failure =
                Engines.with(
                        new ReferenceEngine(),
                        () -> {
                            try {
                                test.proceed();
                                return null;
                            } catch (Throwable thrown) {
                                return thrown;
                            }
                        });
        if (failure != null) {
            throw failure;
        }
    }
}
