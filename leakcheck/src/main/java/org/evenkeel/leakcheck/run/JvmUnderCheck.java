package org.evenkeel.leakcheck.run;

import java.util.List;

/** A JVM that runs a workload on command, whoever started it. */
interface JvmUnderCheck {

    /** Its process id. */
    long pid();

    /** Whether nothing but the workload runs there. */
    boolean isOwn();

    /** The way to talk with the worker in it. */
    FrameExchange exchange();

    /** The way to ask the JVM itself from outside. */
    AttachSocket attachSocket();

    /** What it printed so far, other than frames. */
    List<String> output();

    /**
     * What to say when its frames end while more are expected.
     *
     * @param activity what it was doing
     */
    RunBroken ended(String activity) throws InterruptedException;
}
