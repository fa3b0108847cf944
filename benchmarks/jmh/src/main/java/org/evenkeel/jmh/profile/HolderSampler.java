package org.evenkeel.jmh.profile;

import java.io.IOException;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what others wait for, by thread dumps taken at an interval: a profiler's lock event is the waiter's, and
 * knows nothing of the holder.
 *
 * <p>Each waiting thread counts once for the stack of the thread that holds its lock. A dump stops all threads where they
 * can be stopped, so a holder is seen in the right method, but not on the right line.
 */
final class HolderSampler implements Sampling {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Settings settings;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Integer> held = new TreeMap<>();
    private final Thread sampler;
    private volatile boolean stopped;

    private HolderSampler(Settings settings) {
        this.settings = settings;
        sampler = new Thread(this::sample, "evenkeel-holders");
        sampler.setDaemon(true);
    }

    static HolderSampler start(Settings settings) {
        HolderSampler sampler = new HolderSampler(settings);
        sampler.sampler.start();
        return sampler;
    }

    @Override
    public String engine() {
        return "thread dumps";
    }

    @Override
    public void stop() {
        stopped = true;
        LockSupport.unpark(sampler);
        boolean interrupted = false;
        while (sampler.isAlive()) {
            try {
                sampler.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void write() throws IOException {
        Files.createDirectories(settings.folder());
        Files.write(
                settings.file(".collapsed"),
                held.entrySet().stream()
                        .map(stack -> stack.getKey() + " " + stack.getValue())
                        .toList());
    }

    private void sample() {
        while (!stopped) {
            count(threads.dumpAllThreads(false, false));
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }

    private void count(ThreadInfo[] dump) {
        Map<Long, ThreadInfo> byId = new HashMap<>();
        for (ThreadInfo thread : dump) {
            byId.put(thread.getThreadId(), thread);
        }
        for (ThreadInfo waiting : dump) {
            @Nullable LockInfo lock = waiting.getLockInfo();
            @Nullable ThreadInfo holder = byId.get(waiting.getLockOwnerId());
            if (lock != null && holder != null) {
                held.merge(stack(holder, lock), 1, Integer::sum);
            }
        }
    }

    /** The holder's frames and the class of the lock, as async-profiler writes stacks. */
    private static String stack(ThreadInfo holder, LockInfo lock) {
        StackTraceElement[] frames = holder.getStackTrace();
        StringBuilder stack = new StringBuilder();
        for (int i = frames.length - 1; i >= 0; i--) {
            stack.append(frames[i].getClassName())
                    .append('.')
                    .append(frames[i].getMethodName())
                    .append("_[j];");
        }
        return stack.append(lock.getClassName()).append("_[i]").toString();
    }
}
