package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A queue with producers whose consumer was never started. The list is linked, so each element costs the same. */
@Leaks(
        why = "a queue is offered to and never polled",
        perOperation = 24 + 24,
        holder = "QueueNeverDrained.events",
        allocates = "QueueNeverDrained.run")
public final class QueueNeverDrained implements Runnable {
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();

    @Override
    public void run() {
        events.add(new Event(System.nanoTime()));
    }

    private record Event(long nanoTime) {}
}
