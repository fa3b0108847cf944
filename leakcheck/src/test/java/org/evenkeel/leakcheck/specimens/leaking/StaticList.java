package org.evenkeel.leakcheck.specimens.leaking;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A static list that requests are added to and nothing is removed from: the plainest leak there is. */
@Leaks(
        why = "a static list is only ever added to",
        perOperation = 200 + 16 + 5,
        holder = "StaticList.SEEN",
        allocates = "StaticList.run")
public final class StaticList implements Runnable {
    private static final List<byte[]> SEEN = new ArrayList<>();

    @Override
    public void run() {
        byte[] request = new byte[200];
        synchronized (SEEN) {
            SEEN.add(request);
        }
    }
}
