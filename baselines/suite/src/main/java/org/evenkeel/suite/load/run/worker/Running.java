package org.evenkeel.suite.load.run.worker;

/** A phase, from its users' coming to the last of them gone. */
public interface Running {

    /** When it begins, by the clock of {@link System#nanoTime}. */
    long start();

    /** Runs it to its end; what does not end is counted as lost. */
    void run() throws InterruptedException;

    /** Ends it before its time: nobody makes another request. From any thread. */
    void stop();

    /** Users that have come and not gone home. */
    int present();

    /** Requests that were due since the phase began; negative for closed users, who decide when they come. */
    long offered(long now);

    /** Processor time of all users once the phase has ended, their requests included; 0 where it is not told. */
    long cpuNanos();
}
