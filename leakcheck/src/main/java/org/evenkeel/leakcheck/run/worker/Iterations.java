package org.evenkeel.leakcheck.run.worker;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The worker's part where somebody else decides about batches, such as a benchmark harness: brings the heap to rest after
 * each, and says what was read.
 */
public final class Iterations {

    private final Frames frames;
    private final Readings readings = new Readings();
    private final Quiet quiet = new Quiet(readings);
    private final long[] batch = new long[2];

    /** @param answers gets the frames */
    public Iterations(OutputStream answers) throws IOException {
        frames = new Frames(answers);
        frames.write(Protocol.STARTED);
        frames.write(Protocol.OPENED, Runtime.getRuntime().maxMemory());
        frames.writeText(Worker.version(), Protocol.END_OF_TEXT);
    }

    /**
     * Tells of a batch that has ended.
     *
     * @param operations in it; 0 before the first
     * @param nanos how long it took
     */
    public void ended(long operations, long nanos) throws IOException, InterruptedException {
        quiet.bring(false);
        batch[0] = operations;
        batch[1] = nanos;
        frames.write(Protocol.BATCH, batch);
        frames.write(Protocol.SAMPLED, readings.take());
    }
}
