package org.evenkeel.suite.command;

import java.io.PrintWriter;
import org.evenkeel.suite.run.RunFolder;

/** Tells somebody who presses Ctrl-C what was kept and how to go on with it. */
public final class Interruption {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    public static Interruption announce(PrintWriter err, RunFolder folder) {
        Thread hook = new Thread(
                () -> {
                    err.println();
                    err.println("Interrupted. What was measured is kept; go on with --resume --out " + folder.path());
                    err.flush();
                },
                "evenkeel-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** The work is done, or failed: an exit from now on is no interruption. */
    public void withdraw() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook is running, and says what there is to say.
        }
    }
}
