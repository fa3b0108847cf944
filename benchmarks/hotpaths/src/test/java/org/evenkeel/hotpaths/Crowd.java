package org.evenkeel.hotpaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Members that all start at once, each on a thread of its own. */
public final class Crowd implements AutoCloseable {

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch start = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** What one member does, from the common start to its end. */
    @FunctionalInterface
    public interface Work<T> {
        /** Whatever this throws fails {@link Crowd#join}. */
        void run(T member) throws Exception;
    }

    private Crowd() {}

    /** Starts one thread for each member. */
    public static <T> Crowd of(List<T> members, Work<? super T> work) {
        Crowd crowd = new Crowd();
        for (int i = 0; i < members.size(); i++) {
            T member = members.get(i);
            Thread thread = new Thread(() -> crowd.run(member, work), "crowd-" + i);
            thread.setDaemon(true);
            crowd.threads.add(thread);
            thread.start();
        }
        crowd.start.countDown();
        return crowd;
    }

    /** Whether some member is still at work. */
    public boolean isRunning() {
        return threads.stream().anyMatch(Thread::isAlive);
    }

    /** Waits for everybody and fails with the first thing that any of them threw. */
    public void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        List<Throwable> seen = List.copyOf(failures);
        assertThat(seen).as("what callers threw").isEmpty();
    }

    /** Tells everybody to stop, for a test that failed half-way. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private <T> void run(T member, Work<? super T> work) {
        try {
            start.await();
            work.run(member);
        } catch (Exception | AssertionError e) {
            failures.add(e);
        }
    }
}
