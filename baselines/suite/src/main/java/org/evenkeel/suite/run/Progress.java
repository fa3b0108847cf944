package org.evenkeel.suite.run;

import java.time.Duration;

/** Tells somebody who waits what is going on and how long it will take. */
public interface Progress extends AutoCloseable {

    /**
     * A step begins; the one before is done.
     *
     * @param step what it is, in a few words
     * @param expected how long it will take
     */
    void begin(String step, Duration expected);

    /** Says something that happened, without disturbing a bar. */
    void note(String line);

    /** All is done, or given up. */
    @Override
    void close();
}
