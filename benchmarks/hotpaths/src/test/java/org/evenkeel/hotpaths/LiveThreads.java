package org.evenkeel.hotpaths;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The application's threads that were alive at one moment, to tell which came later and stayed.
 *
 * <p>Threads of the JVM itself (thread group {@code system} and below) and of the common pool come and go as they like
 * and are left out.
 */
public final class LiveThreads {

    private final Set<Thread> before;

    private LiveThreads(Set<Thread> before) {
        this.before = before;
    }

    /** Those alive now. */
    public static LiveThreads now() {
        return new LiveThreads(alive());
    }

    /**
     * Threads started since and still alive, given a while to end: a thread that was joined is gone at once, but one that
     * was only told to stop may need a moment.
     */
    public Set<Thread> stillThere() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        Set<Thread> later = startedSince();
        while (!later.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(5);
            later = startedSince();
        }
        return later;
    }

    private Set<Thread> startedSince() {
        return alive().stream().filter(thread -> !before.contains(thread)).collect(Collectors.toSet());
    }

    private static Set<Thread> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(LiveThreads::belongsToTheApplication)
                .collect(Collectors.toSet());
    }

    private static boolean belongsToTheApplication(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null
                && !group.getName().equals("system")
                && !group.getName().equals("InnocuousThreadGroup")
                && !thread.getName().startsWith("ForkJoinPool.commonPool-");
    }
}
