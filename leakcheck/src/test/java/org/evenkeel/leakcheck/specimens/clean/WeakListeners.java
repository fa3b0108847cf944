package org.evenkeel.leakcheck.specimens.clean;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * A list of weakly held listeners that is pruned on every 1,000th registration: until then it holds the shells of dead
 * ones.
 */
@Clean(
        why = "weak references are pruned now and then",
        levelsOffAfter = 2_000,
        holdsAtMostBytes = 200_000,
        swings = true)
public final class WeakListeners implements Callable<Object> {
    private final List<WeakReference<Object>> listeners = new ArrayList<>();

    @Override
    public Object call() {
        Object listener = new Object();
        synchronized (listeners) {
            listeners.add(new WeakReference<>(listener));
            if (listeners.size() >= 1_000) {
                // Some may still be strongly held by a caller, but never a thousand; those lose their place.
                listeners.clear();
            }
        }
        return listener;
    }
}
