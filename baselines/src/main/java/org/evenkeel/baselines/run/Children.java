package org.evenkeel.baselines.run;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The child processes of this JVM. When this JVM ends, by Ctrl-C or otherwise, they and their own children end with it.
 */
public final class Children {

    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();
    private static volatile boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Children::killAll, "evenkeel-kill-children"));
    }

    private Children() {}

    /** Starts a child that ends with this JVM. */
    public static Process start(ProcessBuilder builder) throws IOException {
        Process child = builder.start();
        ALIVE.removeIf(earlier -> !earlier.isAlive());
        ALIVE.add(child);
        if (ending) {
            kill(child);
        }
        return child;
    }

    /** Ends a child and everything it started, at once. */
    public static void kill(Process child) {
        // The list is taken first: once a parent is gone, its children are nobody's descendants.
        try (Stream<ProcessHandle> family = Stream.concat(child.descendants(), Stream.of(child.toHandle()))) {
            family.toList().forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void killAll() {
        ending = true;
        ALIVE.forEach(Children::kill);
    }
}
