package org.evenkeel.suite.load.run.worker;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;

/** Processor time and collections of this JVM, asked of its beans once a tick. */
final class JvmReadings {

    private final List<GarbageCollectorMXBean> collectors = new ArrayList<>();
    private final List<String> heapPools = new ArrayList<>();
    private final java.lang.management.OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    private long lastEndMillis = -1;
    private long afterCollection;

    JvmReadings() {
        for (java.lang.management.GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (bean instanceof GarbageCollectorMXBean known) {
                collectors.add(known);
            }
        }
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                heapPools.add(pool.getName());
            }
        }
    }

    /** The readings of now, by the places in {@link TickFrame}. */
    long[] take(long usersCpuNanos) {
        long[] values = new long[TickFrame.JVM_READINGS];
        values[TickFrame.CPU] = system instanceof OperatingSystemMXBean known ? known.getProcessCpuTime() : 0;
        for (GarbageCollectorMXBean collector : collectors) {
            values[TickFrame.COLLECTIONS] += Math.max(0, collector.getCollectionCount());
            String name = collector.getName();
            if (!name.endsWith(" Cycles") && !name.contains("Concurrent")) {
                values[TickFrame.PAUSE_MILLIS] += Math.max(0, collector.getCollectionTime());
            }
            look(collector);
        }
        values[TickFrame.AFTER_COLLECTION] = afterCollection;
        values[TickFrame.USERS_CPU] = usersCpuNanos;
        return values;
    }

    private void look(GarbageCollectorMXBean collector) {
        GcInfo last = collector.getLastGcInfo();
        if (last != null && last.getEndTime() > lastEndMillis) {
            lastEndMillis = last.getEndTime();
            long used = 0;
            for (String pool : heapPools) {
                MemoryUsage usage = last.getMemoryUsageAfterGc().get(pool);
                used += usage == null ? 0 : usage.getUsed();
            }
            afterCollection = used;
        }
    }
}
