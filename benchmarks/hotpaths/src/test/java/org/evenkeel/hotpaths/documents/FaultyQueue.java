package org.evenkeel.hotpaths.documents;

import org.jspecify.annotations.Nullable;

/** A queue that does what another does, for tests that change one thing about it. */
class FaultyQueue implements WorkQueue {

    final WorkQueue queue;

    FaultyQueue(WorkQueue queue) {
        this.queue = queue;
    }

    @Override
    public void put(Job job) throws InterruptedException {
        queue.put(job);
    }

    @Override
    public Job take() throws InterruptedException {
        return queue.take();
    }

    @Override
    public @Nullable Job poll() {
        return queue.poll();
    }

    @Override
    public void close() {
        queue.close();
    }
}
