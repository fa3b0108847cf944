package org.evenkeel.workload;

import org.jspecify.annotations.Nullable;

/**
 * One caller of a hot path. Used by one thread at a time; its inputs are decided by the seed it was made with.
 *
 * <p>A harness times these two methods and nothing else, so neither should do work that the service's own caller would
 * not pay for. Inputs are best prepared in the constructor.
 */
public interface Caller {

    /**
     * Makes one request and waits for its answer.
     *
     * @return what the path answered; the harness consumes it, so that the JIT cannot drop the work
     * @throws Exception when the path failed in a way it does not promise to handle; the run is then invalid
     */
    @Nullable
    Object request() throws Exception;

    /**
     * Hands over a batch and waits until all of it is done. A path that takes many requests at once (a queue, a bulk
     * call) overrides this; for the others a batch is its requests one after the other.
     *
     * @param requests how many, at least 1
     * @return what the path answered to the batch, or to its last request
     * @throws Exception as {@link #request} does
     */
    default @Nullable Object batch(int requests) throws Exception {
        Object last = null;
        for (int i = 0; i < requests; i++) {
            last = request();
        }
        return last;
    }
}
