package org.evenkeel.suite.load.run.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.evenkeel.workload.BadPathException;
import org.jspecify.annotations.Nullable;

/** Starts the threads of users: platform threads, or virtual ones where the JVM has them. */
final class Threads {

    private final @Nullable Method startVirtual;

    private Threads(@Nullable Method startVirtual) {
        this.startVirtual = startVirtual;
    }

    /** @throws BadPathException when virtual threads are asked for and this JVM has none */
    static Threads of(boolean virtual) {
        if (!virtual) {
            return new Threads(null);
        }
        try {
            return new Threads(Thread.class.getMethod("startVirtualThread", Runnable.class));
        } catch (NoSuchMethodException e) {
            throw new BadPathException("--virtual: expected a JVM with virtual threads, Java 21 or newer, found Java "
                    + System.getProperty("java.specification.version") + "; give one by --java");
        }
    }

    void start(User user) {
        if (startVirtual == null) {
            Thread thread = new Thread(null, user, "evenkeel-user-" + user.number);
            thread.setDaemon(true);
            thread.start();
            return;
        }
        try {
            startVirtual.invoke(null, user);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a virtual thread cannot be started", e);
        }
    }
}
