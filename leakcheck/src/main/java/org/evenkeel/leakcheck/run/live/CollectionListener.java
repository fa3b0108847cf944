package org.evenkeel.leakcheck.run.live;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.samples.Collected;
import org.jspecify.annotations.Nullable;

/** Hears of each collection of a watched JVM. */
public final class CollectionListener implements NotificationListener {

    /** Collectors that go through the old generation each time. */
    private static final Set<String> OLD = Set.of(
            "G1 Old Generation",
            "PS MarkSweep",
            "MarkSweepCompact",
            "ZGC Cycles",
            "ZGC Major Cycles",
            "Shenandoah Cycles");

    private final Stopwatch watch = Stopwatch.start();
    private final Set<String> heapPools = new HashSet<>();
    private final List<Collected> collected = new ArrayList<>();

    private CollectionListener() {}

    /** Begins to listen. */
    public static CollectionListener to(LiveJvm jvm) throws IOException {
        CollectionListener listener = new CollectionListener();
        for (MemoryPoolMXBean pool : ManagementFactory.getPlatformMXBeans(jvm.beans(), MemoryPoolMXBean.class)) {
            if (pool.getType() == MemoryType.HEAP) {
                listener.heapPools.add(pool.getName());
            }
        }
        try {
            for (GarbageCollectorMXBean collector :
                    ManagementFactory.getPlatformMXBeans(jvm.beans(), GarbageCollectorMXBean.class)) {
                jvm.beans().addNotificationListener(collector.getObjectName(), listener, null, null);
            }
        } catch (JMException e) {
            throw new IOException(e);
        }
        return listener;
    }

    /** Time since it began. */
    public long elapsedNanos() {
        return watch.nanos();
    }

    /** What it has heard of so far. */
    public synchronized List<Collected> collected() {
        return List.copyOf(collected);
    }

    @Override
    public void handleNotification(Notification notification, @Nullable Object handback) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        GarbageCollectionNotificationInfo info =
                GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        if (info.getGcName().endsWith(" Pauses")) {
            // A pause within a cycle, which frees nothing by itself.
            return;
        }
        GcInfo gc = info.getGcInfo();
        boolean old = OLD.contains(info.getGcName())
                || oldBytes(gc.getMemoryUsageAfterGc()) < oldBytes(gc.getMemoryUsageBeforeGc());
        long used = heapPools.stream()
                .mapToLong(pool -> used(gc.getMemoryUsageAfterGc(), pool))
                .sum();
        boolean beside =
                info.getGcName().endsWith(" Cycles") || info.getGcName().contains("Concurrent");
        add(new Collected(elapsedNanos(), used, old, beside ? 0 : TimeUnit.MILLISECONDS.toNanos(gc.getDuration())));
    }

    private synchronized void add(Collected one) {
        collected.add(one);
    }

    /** G1 frees old regions in the middle of young collections, a few at a time. */
    private long oldBytes(Map<String, MemoryUsage> usage) {
        return used(usage, "G1 Old Gen");
    }

    private static long used(Map<String, MemoryUsage> usage, String pool) {
        MemoryUsage there = usage.get(pool);
        return there == null ? 0 : there.getUsed();
    }
}
