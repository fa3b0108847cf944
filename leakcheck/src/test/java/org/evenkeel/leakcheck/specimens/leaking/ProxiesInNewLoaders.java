package org.evenkeel.leakcheck.specimens.leaking;

import java.lang.reflect.Proxy;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** A dynamic proxy in a loader of its own for one request in 1,000, kept: each loader gets its own proxy class. */
@Leaks(
        why = "proxies are made in ever new loaders and kept",
        signal = Signal.CLASSES,
        perOperation = 1 / 1_000.0,
        period = 1_000,
        holder = "ProxiesInNewLoaders.proxies",
        allocates = "ProxiesInNewLoaders.run")
public final class ProxiesInNewLoaders implements Runnable {
    private final Queue<Object> proxies = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 1_000 == 0) {
            ClassLoader loader = new Template.Loader();
            proxies.add(
                    Proxy.newProxyInstance(loader, new Class<?>[] {Comparable.class}, (proxy, method, arguments) -> 0));
        }
    }
}
