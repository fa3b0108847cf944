package org.evenkeel.leakcheck.run.cause;

import java.io.IOException;
import java.time.Duration;

/** A checked JVM that goes on being asked. */
public interface Subject extends AskableJvm {

    /** Whether native agents may go into it. */
    default boolean takesAgents() {
        return true;
    }

    /** Has a diagnostic command carried out that takes longer the larger the heap is, and waits for so long at the most. */
    void command(String diagnosticCommand, Duration within) throws IOException;

    /** Has a native agent loaded. */
    void load(String library, String options) throws IOException;

    /** Has each caller make so many operations. */
    void run(long operationsEach) throws IOException, InterruptedException;

    /** Has it come to rest, and collect. */
    void rest() throws IOException, InterruptedException;

    /** Operations made so far. */
    long operations();
}
