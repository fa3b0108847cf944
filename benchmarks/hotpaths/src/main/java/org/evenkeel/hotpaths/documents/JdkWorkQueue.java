package org.evenkeel.hotpaths.documents;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A blocking queue of the JDK. */
final class JdkWorkQueue implements WorkQueue {

    private final BlockingQueue<Job> jobs;

    private JdkWorkQueue(BlockingQueue<Job> jobs) {
        this.jobs = jobs;
    }

    /** One lock for both ends, and no garbage. */
    static WorkQueue array(int bound) {
        return new JdkWorkQueue(new ArrayBlockingQueue<>(bound));
    }

    /** A lock for each end, and a node of garbage for each job. */
    static WorkQueue linked(int bound) {
        return new JdkWorkQueue(new LinkedBlockingQueue<>(bound));
    }

    @Override
    public void put(Job job) throws InterruptedException {
        jobs.put(job);
    }

    @Override
    public Job take() throws InterruptedException {
        return jobs.take();
    }

    @Override
    public @Nullable Job poll() {
        return jobs.poll();
    }
}
