package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * A cache of 100 different answers whose key has no {@code equals}: each look-up misses and puts another copy. One
 * request in 15 looks.
 */
@Leaks(
        why = "keys are compared by identity, so equal ones are put again and again",
        perOperation = (32 + 16 + 24 + 16 + 200 + 8) / 15.0,
        period = 15,
        holder = "KeyWithoutEquals.answers",
        allocates = "KeyWithoutEquals.call")
public final class KeyWithoutEquals implements Callable<Object> {
    private final Map<Key, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        long request = requests.incrementAndGet();
        return request % 15 != 0
                ? request
                : answers.computeIfAbsent(new Key((int) (request % 100)), key -> new Answer(key.number, new byte[200]));
    }

    private static final class Key {
        private final int number;

        Key(int number) {
            this.number = number;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // It is held, never compared.
    private record Answer(long number, byte[] text) {}
}
