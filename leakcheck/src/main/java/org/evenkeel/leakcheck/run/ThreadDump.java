package org.evenkeel.leakcheck.run;

import java.util.Optional;

/** Reads what {@code jcmd Thread.print} prints. */
final class ThreadDump {

    private ThreadDump() {}

    /** Where the first caller is, or else the main thread, which opens and closes. */
    static Optional<String> callers(String dump) {
        Optional<String> caller = firstFrameOf(dump, "\"leakcheck-caller-");
        return caller.isPresent() ? caller : firstFrameOf(dump, "\"main\"");
    }

    /** Prefers the innermost frame outside the JDK, since that names the user's line. */
    private static Optional<String> firstFrameOf(String dump, String threadName) {
        boolean inside = false;
        String innermost = null;
        for (String line : dump.split("\n", -1)) {
            if (line.startsWith("\"")) {
                inside = line.startsWith(threadName);
            } else if (inside && line.strip().startsWith("at ")) {
                String frame = line.strip().substring("at ".length());
                if (!frame.contains("(java.") && !frame.contains("(jdk.")) {
                    return Optional.of(frame);
                }
                innermost = innermost == null ? frame : innermost;
            }
        }
        return Optional.ofNullable(innermost);
    }
}
