package org.evenkeel.leakcheck.run.worker;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the JVM tells about itself through its beans, asked directly and not through an MBean server, which would
 * fill caches.
 */
public final class Readings {

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    private @Nullable BufferPoolMXBean direct;
    private @Nullable BufferPoolMXBean mapped;
    private @Nullable MemoryPoolMXBean metaspace;
    private final long[] values = new long[Protocol.READINGS];

    /** Finds the beans. */
    public Readings() {
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            if (pool.getName().equals("direct")) {
                direct = pool;
            } else if (pool.getName().equals("mapped")) {
                mapped = pool;
            }
        }
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals("Metaspace")) {
                metaspace = pool;
            }
        }
    }

    /** Changes when anything changes that reacts to a collection: buffers, descriptors, finalizers, threads. */
    long fingerprint() {
        long print = memory.getObjectPendingFinalizationCount();
        print = 31 * print + threads.getThreadCount();
        print = 31 * print + (direct == null ? 0 : direct.getMemoryUsed());
        print = 31 * print + (mapped == null ? 0 : mapped.getMemoryUsed());
        if (system instanceof com.sun.management.UnixOperatingSystemMXBean unix) {
            print = 31 * print + unix.getOpenFileDescriptorCount();
        }
        return print;
    }

    /** The readings of now, in the order that {@link Protocol} says; the array is used again by the next call. */
    public long[] take() {
        Arrays.fill(values, Protocol.UNKNOWN);
        values[Protocol.HEAP_USED] = memory.getHeapMemoryUsage().getUsed();
        if (metaspace != null) {
            values[Protocol.METASPACE] = metaspace.getUsage().getUsed();
        }
        values[Protocol.CLASSES] = classes.getLoadedClassCount();
        values[Protocol.THREADS] = threads.getThreadCount();
        if (direct != null) {
            values[Protocol.DIRECT] = direct.getMemoryUsed();
        }
        if (mapped != null) {
            values[Protocol.MAPPED] = mapped.getMemoryUsed();
        }
        values[Protocol.PENDING_FINALIZERS] = memory.getObjectPendingFinalizationCount();
        if (system instanceof com.sun.management.UnixOperatingSystemMXBean unix) {
            values[Protocol.DESCRIPTORS] = unix.getOpenFileDescriptorCount();
        }
        return values;
    }
}
