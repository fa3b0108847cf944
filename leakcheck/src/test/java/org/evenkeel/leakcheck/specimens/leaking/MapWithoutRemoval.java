package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** Open orders by number; whoever closes an order forgets to take it out. One request in 20 opens one. */
@Leaks(
        why = "entries are put under ever new keys and never removed",
        perOperation = (32 + 24 + 16 + 504 + 8) / 20.0,
        period = 20,
        holder = "MapWithoutRemoval.orders",
        allocates = "MapWithoutRemoval.run")
public final class MapWithoutRemoval implements Runnable {
    private final Map<Long, byte[]> orders = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        if (request % 20 == 0) {
            orders.put(request, new byte[504]);
        }
    }
}
