package org.evenkeel.leakcheck.junit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Grammar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs test methods that carry {@link LeakCheck} as leak checks. */
public final class LeakCheckExtension implements InvocationInterceptor {

    @Override
    @SuppressWarnings("IllegalThrows") // JUnit's own signature.
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> call,
            ExtensionContext extensionContext)
            throws Throwable {
        Method method = call.getExecutable();
        LeakCheck asked = AnnotationSupport.findAnnotation(method, LeakCheck.class)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        method + " has the extension of leak checks, but not the annotation @LeakCheck"));
        org.evenkeel.leakcheck.LeakCheck check = check(asked, method, operation(call));
        // A test that fails at once fails as any other test does.
        invocation.proceed();
        check.run().assertSteady();
    }

    private static org.evenkeel.leakcheck.LeakCheck check(LeakCheck asked, Method method, MethodHandle operation) {
        org.evenkeel.leakcheck.LeakCheck check = org.evenkeel.leakcheck.LeakCheck.of(
                        method.getDeclaringClass().getSimpleName() + "." + method.getName(), () -> invoke(operation))
                .threads(asked.threads())
                .operations(asked.operations());
        try {
            check.budget(Grammar.duration("budget", asked.budget()));
            if (!asked.tolerance().isEmpty()) {
                check.tolerance(Grammar.bytesPerOperation("tolerance", asked.tolerance()));
            }
        } catch (BadInputException e) {
            throw new ExtensionConfigurationException("@LeakCheck on " + method + ": " + e.getMessage(), e);
        }
        if (asked.signals().length > 0) {
            check.signals(asked.signals());
        }
        return check;
    }

    private static void invoke(MethodHandle operation) throws Exception {
        try {
            operation.invokeExact();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A handle, since reflection makes an array and a box or two for each call. */
    private static MethodHandle operation(ReflectiveInvocationContext<Method> call) throws IllegalAccessException {
        Method method = call.getExecutable();
        method.setAccessible(true);
        MethodHandle handle = MethodHandles.lookup().unreflect(method);
        if (call.getTarget().isPresent()) {
            handle = handle.bindTo(call.getTarget().get());
        }
        handle = MethodHandles.insertArguments(handle, 0, call.getArguments().toArray());
        return handle.asType(handle.type().changeReturnType(void.class));
    }
}
