package org.evenkeel.leakcheck.specimens.clean;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.evenkeel.leakcheck.specimens.Clean;

/** Eight classes that are initialised one by one, each after four times as many requests as the one before. */
@Clean(why = "a program has so many classes and no more, however late it needs the last", levelsOffAfter = 65_536)
public final class LazyClasses implements Callable<Object> {
    private static final List<Supplier<byte[]>> USES = List.of(
            () -> A.TABLE,
            () -> B.TABLE,
            () -> C.TABLE,
            () -> D.TABLE,
            () -> E.TABLE,
            () -> F.TABLE,
            () -> G.TABLE,
            () -> H.TABLE);

    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        int doublings = 63 - Long.numberOfLeadingZeros(requests.incrementAndGet());
        return USES.get(Math.min(doublings / 2, USES.size() - 1)).get();
    }

    private static final class A {
        static final byte[] TABLE = new byte[2_000];
    }

    private static final class B {
        static final byte[] TABLE = new byte[2_000];
    }

    private static final class C {
        static final byte[] TABLE = new byte[2_000];
    }

    private static final class D {
        static final byte[] TABLE = new byte[2_000];
    }

    private static final class E {
        static final byte[] TABLE = new byte[2_000];
    }

    private static final class F {
        static final byte[] TABLE = new byte[2_000];
    }

    private static final class G {
        static final byte[] TABLE = new byte[2_000];
    }

    private static final class H {
        static final byte[] TABLE = new byte[2_000];
    }
}
