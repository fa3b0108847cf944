package org.evenkeel.leakcheck.specimens;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads that call one specimen, whose classes are loaded anew: each has its static fields for itself, and what they
 * hold is gone afterwards. The threads stay the same from the first run to the last.
 */
final class Callers implements AutoCloseable {
    private final Object specimen;
    private final Callable<?> operation;
    private final int threads;
    private final ExecutorService pool;

    Callers(Class<?> type, int threads) throws ReflectiveOperationException {
        this.threads = threads;
        pool = Executors.newFixedThreadPool(threads);
        specimen = instance(type);
        operation = specimen instanceof Callable<?> callable ? callable : Executors.callable((Runnable) specimen);
    }

    /** Starts all threads, so that they are there before the first reading. */
    void start() throws InterruptedException {
        List<Callable<Void>> idle = Collections.nCopies(threads, () -> {
            TimeUnit.MILLISECONDS.sleep(1);
            return null;
        });
        pool.invokeAll(idle);
    }

    /** Makes so many operations in all, in equal shares. */
    void run(long operations) throws InterruptedException, ExecutionException {
        AtomicLong left = new AtomicLong(operations % threads);
        Callable<Void> share = () -> {
            long own = operations / threads + (left.getAndDecrement() > 0 ? 1 : 0);
            for (long i = 0; i < own; i++) {
                operation.call();
            }
            return null;
        };
        for (Future<Void> done : pool.invokeAll(Collections.nCopies(threads, share))) {
            done.get();
        }
    }

    /** Makes so many operations, and goes on until the time is over. */
    void run(long operations, long leastNanos) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        do {
            run(operations);
        } while (System.nanoTime() - start < leastNanos);
    }

    @Override
    public void close() {
        try {
            pool.shutdown();
            if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException(specimen + " does not come to an end");
            }
            if (specimen instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("cannot close " + specimen, e);
        }
    }

    private static Object instance(Class<?> type) throws ReflectiveOperationException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return new Anew(source.getLocation(), type.getPackageName())
                    .loadClass(type.getName())
                    .getConstructor()
                    .newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot make a " + type, e.getCause());
        }
    }

    /** Loads the classes of one package itself and leaves all others to its parent. */
    private static final class Anew extends URLClassLoader {
        private final String ownPackage;

        Anew(URL classes, String ownPackage) {
            super(new URL[] {classes}, Callers.class.getClassLoader());
            this.ownPackage = ownPackage;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith(ownPackage + ".")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }
}
