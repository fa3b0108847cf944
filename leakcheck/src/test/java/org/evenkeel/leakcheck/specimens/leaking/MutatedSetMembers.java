package org.evenkeel.leakcheck.specimens.leaking;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.jspecify.annotations.Nullable;

/**
 * Members of a hash set that are changed while they are in it: removing them finds nothing, because their hash has
 * moved.
 */
@Leaks(
        why = "removal misses, because the member's hash changed after it was added",
        perOperation = (32 + 24 + 16 + 200 + 8) / 12.0,
        period = 12,
        holder = "MutatedSetMembers.active",
        allocates = "MutatedSetMembers.call")
public final class MutatedSetMembers implements Callable<Object> {
    private final Set<Order> active = new HashSet<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        if (request % 12 != 0) {
            return request;
        }
        Order order = new Order(request, new byte[200]);
        synchronized (active) {
            active.add(order);
            order.number = -request;
            return active.remove(order);
        }
    }

    private static final class Order {
        private long number;
        private final byte[] lines;

        Order(long number, byte[] lines) {
            this.number = number;
            this.lines = lines;
        }

        @Override
        public int hashCode() {
            // Differs for a number and its negative, as it would for any two states.
            return (int) ((number * 0x9E3779B9L) >>> 3);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Order that && that.number == number && that.lines == lines;
        }
    }
}
