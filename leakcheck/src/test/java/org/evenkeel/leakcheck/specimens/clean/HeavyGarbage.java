package org.evenkeel.leakcheck.specimens.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.leakcheck.specimens.Clean;

/** Sixteen kilobytes of garbage an operation, in many small objects. Takes some microseconds. */
@Clean(why = "all of it is dropped with the operation")
public final class HeavyGarbage implements Callable<Object> {
    @Override
    public Object call() {
        List<byte[]> page = new ArrayList<>();
        for (int i = 0; i < 128; i++) {
            page.add(new byte[112]);
        }
        return page;
    }
}
