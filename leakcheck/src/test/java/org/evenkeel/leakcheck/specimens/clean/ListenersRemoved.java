package org.evenkeel.leakcheck.specimens.clean;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evenkeel.leakcheck.specimens.Clean;

/**
 * Listeners that are registered for the time of a request and deregistered by it, in a list that is copied each time.
 */
@Clean(why = "each listener is deregistered on the way out")
public final class ListenersRemoved implements Callable<Object> {
    private final List<Object> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Object call() {
        Object listener = new Object();
        listeners.add(listener);
        try {
            return listeners.size();
        } finally {
            listeners.remove(listener);
        }
    }
}
