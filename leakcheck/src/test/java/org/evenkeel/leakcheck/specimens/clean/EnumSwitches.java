package org.evenkeel.leakcheck.specimens.clean;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** A switch over an enum and a map by it, whose helper classes come with the first use. */
@Clean(why = "a switch has one helper class, an enum map one slot per constant")
public final class EnumSwitches implements Callable<Object> {
    private final Map<DayOfWeek, Long> visits = Collections.synchronizedMap(new EnumMap<>(DayOfWeek.class));
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        DayOfWeek day = DayOfWeek.of((int) (request % 7) + 1);
        visits.put(day, request);
        return switch (day) {
            case SATURDAY, SUNDAY -> "closed";
            default -> "open";
        };
    }
}
