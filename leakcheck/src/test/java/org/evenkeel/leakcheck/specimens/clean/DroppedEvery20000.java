package org.evenkeel.leakcheck.specimens.clean;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.leakcheck.specimens.Clean;

/** Records are gathered and all dropped on every 20,000th request. */
@Clean(
        why = "everything is dropped every 20,000 operations",
        levelsOffAfter = 20_000,
        holdsAtMostBytes = 1_800_000,
        swings = true)
public final class DroppedEvery20000 implements Runnable {
    private final List<byte[]> records = new ArrayList<>();

    @Override
    public synchronized void run() {
        if (records.size() == 20_000) {
            records.clear();
        }
        records.add(new byte[64]);
    }
}
