package org.evenkeel.leakcheck.specimens;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this JVM holds while a specimen runs, asked of the JVM and of the system. A few numbers and no more: a reading
 * that kept a histogram would find itself in the next one.
 *
 * @param heapBytes live objects, after collections and once cleaners and finalizers have run
 * @param ownBytes those of the specimen's class and the ones nested in it: no noise, but blind to what others hold for
 * it
 */
record Reading(
        long heapBytes,
        long ownBytes,
        long directBuffers,
        long mappedBuffers,
        long threads,
        long descriptors,
        long classes,
        long temporaryFiles,
        long pendingFinalizers) {

    /** What G1 fills the rest of a region with, behind a large array. Histograms count it, and since JDK 19 under this name. */
    private static final String FILLER = "jdk.internal.vm.Filler";

    private static final int MOST_COLLECTIONS = 40;
    private static final long SWEPT_MILLIS = 60_000;

    /** Collects until two collections in a row find the same, and reads. */
    static Reading take(Class<?> specimen) throws IOException, InterruptedException {
        Reading before = onceSwept(specimen);
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            Reading now = onceSwept(specimen);
            if (Math.abs(now.heapBytes - before.heapBytes) < 512
                    && now.pendingFinalizers == 0
                    && now.counts().equals(before.counts())) {
                return now;
            }
            before = now;
        }
        return before;
    }

    /**
     * Reads, and waits until the JVM has handled a reference that died with this collection: by then it has also freed
     * the buffers that died with the collections before, however busy the machine.
     */
    private static Reading onceSwept(Class<?> specimen) throws IOException, InterruptedException {
        ReferenceQueue<Object> dead = new ReferenceQueue<>();
        PhantomReference<Object> sentinel = new PhantomReference<>(new Object(), dead);
        Reading reading = once(specimen);
        if (dead.remove(SWEPT_MILLIS) != sentinel) {
            throw new IllegalStateException("a collection left a dead object's reference unhandled");
        }
        TimeUnit.MILLISECONDS.sleep(5);
        return reading;
    }

    /** The amount of a signal. Native memory is none that a JVM can be asked for. */
    long of(Signal signal) {
        return switch (signal) {
            case HEAP -> heapBytes;
            case DIRECT_BUFFERS -> directBuffers;
            case MAPPED_BUFFERS -> mappedBuffers;
            case THREADS -> threads;
            case FILE_DESCRIPTORS -> descriptors;
            case CLASSES -> classes;
            case TEMPORARY_FILES -> temporaryFiles;
            case NATIVE -> throw new IllegalArgumentException("native memory is read from outside");
        };
    }

    private List<Long> counts() {
        return List.of(directBuffers, mappedBuffers, threads, descriptors, classes, temporaryFiles);
    }

    private static Reading once(Class<?> specimen) throws IOException {
        long heapBytes = 0;
        long ownBytes = 0;
        // "   7:          1234          56789  java.util.HashMap$Node (java.base@17)"
        for (String row : histogram().split("\n", -1)) {
            String[] cells = row.strip().split("\\s+", 5);
            if (cells.length >= 4 && cells[0].endsWith(":") && !cells[3].contains(FILLER)) {
                long bytes = Long.parseLong(cells[2]);
                heapBytes += bytes;
                boolean own = cells[3].equals(specimen.getName()) || cells[3].startsWith(specimen.getName() + "$");
                ownBytes += own ? bytes : 0;
            }
        }
        return new Reading(
                heapBytes,
                ownBytes,
                buffers("direct"),
                buffers("mapped"),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                        ? system.getOpenFileDescriptorCount()
                        : 0,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                temporaryFilesOfSpecimens(),
                ManagementFactory.getMemoryMXBean().getObjectPendingFinalizationCount());
    }

    /** A class histogram of live objects, which the JVM collects for. */
    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("this JVM gives no class histogram", e);
        }
    }

    private static long buffers(String pool) {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(bean -> bean.getName().equals(pool))
                .mapToLong(BufferPoolMXBean::getCount)
                .sum();
    }

    private static long temporaryFilesOfSpecimens() throws IOException {
        String mark = "-" + ProcessHandle.current().pid() + "-";
        try (var names = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return names.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("specimen-") && name.contains(mark))
                    .count();
        }
    }
}
