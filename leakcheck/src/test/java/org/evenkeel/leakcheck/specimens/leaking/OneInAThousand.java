package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A rare branch: one request in 1,000 is for a customer whose record is kept twice. */
@Leaks(
        why = "one operation in 1,000 leaves a record behind",
        perOperation = (24 + 24 + 16 + 400) / 1_000.0,
        period = 1_000,
        holder = "OneInAThousand.kept",
        allocates = "OneInAThousand.run")
public final class OneInAThousand implements Runnable {
    private final Queue<Customer> kept = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        Customer customer = new Customer(request, new byte[400]);
        if (customer.number() % 1_000 == 0) {
            kept.add(customer);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // It is held, never compared.
    private record Customer(long number, byte[] history) {}
}
