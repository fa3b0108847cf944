package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/** Memory outside of the heap, through the JDK's unsupported door to malloc: nobody frees what its caller does not. */
final class Memory {
    private static final Object UNSAFE;
    private static final MethodHandle ALLOCATE;
    private static final MethodHandle FILL;
    private static final MethodHandle FREE;

    static {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            var field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            UNSAFE = field.get(null);
            Lookup lookup = MethodHandles.publicLookup();
            ALLOCATE = lookup.bind(UNSAFE, "allocateMemory", MethodType.methodType(long.class, long.class));
            FILL = lookup.bind(
                    UNSAFE, "setMemory", MethodType.methodType(void.class, long.class, long.class, byte.class));
            FREE = lookup.bind(UNSAFE, "freeMemory", MethodType.methodType(void.class, long.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Memory() {}

    /** Allocates and fills a block, so that it is resident, and returns its address. */
    static long allocate(long bytes) {
        try {
            long address = (long) ALLOCATE.invokeExact(bytes);
            FILL.invokeExact(address, bytes, (byte) 1);
            return address;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot allocate " + bytes + " bytes", e);
        }
    }

    static void free(long address) {
        try {
            FREE.invokeExact(address);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot free", e);
        }
    }
}
