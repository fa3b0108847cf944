package org.evenkeel.leakcheck.run.worker;

import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Workload;
import org.jspecify.annotations.Nullable;

/** The callers: threads that live for the whole check, since starting some per batch would show as growth of threads. */
final class Crew implements AutoCloseable {

    private final Member[] members;
    private long batch;
    private long operations;
    private int running;
    private @Nullable Throwable failure;

    Crew(Workload workload, int threads, long seed) {
        members = new Member[threads];
        for (int i = 0; i < threads; i++) {
            members[i] = new Member(i, workload.caller(i, seed));
        }
        for (Member member : members) {
            member.start();
        }
    }

    /**
     * Lets each caller make this many operations and waits for all.
     *
     * @return how long it took, in nanoseconds
     * @throws Throwable what an operation threw, the first where several did
     */
    @SuppressWarnings("IllegalThrows") // Whatever the workload throws is news, errors included.
    long run(long operationsEach) throws Throwable {
        long start;
        synchronized (this) {
            operations = operationsEach;
            running = members.length;
            start = System.nanoTime();
            batch++;
            notifyAll();
            while (running > 0) {
                wait();
            }
            if (failure != null) {
                throw failure;
            }
        }
        return System.nanoTime() - start;
    }

    private synchronized long awaitBatchAfter(long last) throws InterruptedException {
        while (batch == last) {
            wait();
        }
        return operations;
    }

    /** Ends the callers, those that are stuck in an operation as far as they can be interrupted. */
    @Override
    public void close() {
        for (Member member : members) {
            member.interrupt();
        }
    }

    private synchronized void finished(@Nullable Throwable thrown) {
        if (thrown != null && failure == null) {
            failure = thrown;
        }
        running--;
        notifyAll();
    }

    private final class Member extends Thread {
        private final Caller caller;
        /** Written and never read: so the JIT cannot drop operations whose answer nobody needs. */
        @SuppressWarnings("UnusedVariable")
        private @Nullable Object answer;

        Member(int index, Caller caller) {
            super("leakcheck-caller-" + index);
            this.caller = caller;
            setDaemon(true);
        }

        @Override
        public void run() {
            for (long last = 0; ; last++) {
                try {
                    request(awaitBatchAfter(last));
                    finished(null);
                } catch (Throwable thrown) {
                    finished(thrown);
                    return;
                }
            }
        }

        private void request(long times) throws Exception {
            for (long i = 0; i < times; i++) {
                answer = caller.request();
            }
            answer = null;
        }
    }
}
