package org.evenkeel.leakcheck.specimens.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Clean;

/** A class in a loader of its own for one request in 100, dropped at once. Some 100 microseconds for that one. */
@Clean(why = "a class goes with its loader once that is collected", swings = true)
public final class LoadersDropped implements Callable<Object> {
    private final AtomicLong requests = new AtomicLong();

    @Override
    public Object call() {
        return requests.incrementAndGet() % 100 == 0 ? new Plugins().define() : requests;
    }

    private static final class Plugins extends ClassLoader {
        private static final byte[] PLUGIN = bytes();

        Class<?> define() {
            return defineClass(Plugin.class.getName(), PLUGIN, 0, PLUGIN.length);
        }

        private static byte[] bytes() {
            try (InputStream file = LoadersDropped.class.getResourceAsStream("LoadersDropped$Plugin.class")) {
                if (file == null) {
                    throw new IllegalStateException("the plugin is not on the class path as a file");
                }
                return file.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Plugin {}
}
