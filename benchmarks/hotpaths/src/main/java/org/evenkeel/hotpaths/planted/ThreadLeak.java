package org.evenkeel.hotpaths.planted;

import java.util.concurrent.CountDownLatch;

/** Leaks daemon threads that wait for the end. Each reserves a stack of 64 KiB or the least the platform allows. */
final class ThreadLeak implements Leak {

    private static final long STACK_BYTES = 64 << 10;

    private final CountDownLatch end = new CountDownLatch(1);
    private final Chain<Thread> held = new Chain<>();

    @Override
    public void hold() {
        Thread thread = new Thread(null, this::park, "planted-leak", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        held.add(thread);
    }

    @Override
    public void close() {
        end.countDown();
        held.drain(ThreadLeak::join);
    }

    private void park() {
        boolean over = false;
        while (!over) {
            try {
                end.await();
                over = true;
            } catch (InterruptedException e) {
                // A leaked thread listens to nobody.
            }
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
