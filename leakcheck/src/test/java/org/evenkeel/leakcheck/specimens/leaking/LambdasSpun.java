package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/**
 * The lambda factory called by hand, as a scripting engine would: each call spins one more class, here for one request
 * in 500.
 */
@Leaks(
        why = "each call of the lambda factory spins a class, and the functions are kept",
        signal = Signal.CLASSES,
        perOperation = 1 / 500.0,
        period = 500,
        holder = "LambdasSpun.functions",
        allocates = "LambdasSpun.spin")
public final class LambdasSpun implements Callable<Object> {
    private final Queue<CallSite> functions = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() throws LambdaConversionException, ReflectiveOperationException {
        long request = requests.incrementAndGet();
        return request % 500 != 0 ? request : functions.add(spin());
    }

    private static CallSite spin() throws LambdaConversionException, ReflectiveOperationException {
        Lookup lookup = MethodHandles.lookup();
        MethodType type = MethodType.methodType(int.class, Object.class);
        MethodHandle body = lookup.findStatic(LambdasSpun.class, "answer", type);
        MethodType factory = MethodType.methodType(java.util.function.ToIntFunction.class);
        return LambdaMetafactory.metafactory(lookup, "applyAsInt", factory, type, body, type);
    }

    @SuppressWarnings("unused") // The body of the functions.
    private static int answer(Object request) {
        return request.hashCode();
    }
}
