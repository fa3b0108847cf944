package org.acme;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Somebody's benchmarks, which know nothing of leak checks. */
@State(Scope.Benchmark)
public class Registry {

    private final Queue<Listener> listeners = new ConcurrentLinkedQueue<>();

    /** Keeps 16 bytes, and 24 of the queue. */
    @Benchmark
    public void subscribes() {
        listeners.add(new Listener());
        // Slow enough that a few seconds do not fill a heap.
        Blackhole.consumeCPU(1000);
    }

    /** Keeps nothing. */
    @Benchmark
    public Object subscribesAndUnsubscribes() {
        listeners.add(new Listener());
        return listeners.poll();
    }

    static final class Listener {}
}
