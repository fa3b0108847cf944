package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** The hash code, equality and text of records, which the JDK links from method handles on their first use. */
@Clean(why = "each record class links each of its methods once", levelsOffAfter = 1_000, holdsAtMostBytes = 100_000)
public final class RecordMethods implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        Order order = new Order(request, "customer", new Price(request % 100, "EUR"));
        Price price = new Price(request % 50, "EUR");
        return request % 3 == 0
                ? order.hashCode()
                : request % 3 == 1 ? order.price().equals(price) : order.toString();
    }

    private record Order(long number, String customer, Price price) {}

    private record Price(long cents, String currency) {}
}
