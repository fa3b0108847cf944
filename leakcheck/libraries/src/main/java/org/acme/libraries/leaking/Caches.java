package org.acme.libraries.leaking;

import ch.qos.logback.classic.LoggerContext;
import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.cache.CacheBuilder;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import org.acme.libraries.Bytes;
import org.acme.libraries.Names;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Caches, interners, pools of objects and registries of names, used so that something stays with every call. */
public final class Caches {

    private Caches() {}

    /** A meter for each user. */
    public static final class MicrometerTags implements Runnable {
        private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

        @Override
        public void run() {
            registry.counter("requests", "user", Names.next()).increment();
        }
    }

    /** A counter for each request. */
    public static final class DropwizardNames implements Runnable {
        private final MetricRegistry registry = new MetricRegistry();

        @Override
        public void run() {
            registry.counter("request." + Names.next()).inc();
        }
    }

    /** A cache that nobody gave a bound. */
    public static final class GuavaUnbounded implements Runnable {
        private final com.google.common.cache.Cache<String, String> cache =
                CacheBuilder.newBuilder().build();

        @Override
        public void run() {
            String key = Names.next();
            cache.put(key, key);
        }
    }

    /** The same with Caffeine. */
    public static final class CaffeineUnbounded implements Runnable {
        private final Cache<String, byte[]> cache = Caffeine.newBuilder().build();

        @Override
        public void run() {
            cache.get(Names.next(), key -> new byte[16]);
        }
    }

    /** Weak keys that their own values hold. */
    public static final class CaffeineWeakKeys implements Runnable {
        private final Cache<Object, Object[]> cache =
                Caffeine.newBuilder().weakKeys().build();

        @Override
        public void run() {
            Object key = new Object();
            cache.put(key, new Object[] {key});
        }
    }

    /** A logger for each request. */
    public static final class LogbackLoggers implements Runnable {
        private final LoggerContext context = new LoggerContext();

        @Override
        public void run() {
            context.getLogger("request." + Names.next());
        }
    }

    /** A circuit breaker for each user. */
    public static final class CircuitBreakers implements Runnable {
        private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();

        @Override
        public void run() {
            registry.circuitBreaker(Names.next()).executeRunnable(() -> {});
        }
    }

    /** Objects of an unbounded pool that nobody gives back. */
    public static final class PoolNotReturned implements Callable<Object> {
        private final GenericObjectPool<byte[]> pool = new GenericObjectPool<>(new Bytes());

        /** Sets it up. */
        public PoolNotReturned() {
            pool.setMaxTotal(-1);
        }

        @Override
        public Object call() throws Exception {
            return pool.borrowObject();
        }
    }

    /** A mapper for each call, in a weak map whose values hold the keys. */
    public static final class JacksonMappers implements Callable<Object> {
        private static final Map<Object, Object> CACHE = Collections.synchronizedMap(new WeakHashMap<>());

        @Override
        public Object call() throws Exception {
            ObjectMapper mapper = new ObjectMapper();
            CACHE.put(mapper, mapper.writer());
            return mapper.readTree("{\"a\":1}");
        }
    }

    /** Names of files that are to be deleted when the JVM ends. */
    public static final class DeleteOnExit implements Runnable {
        @Override
        public void run() {
            new File(Names.next()).deleteOnExit();
        }
    }

    /** Beans that wait for a shutdown of the factory. */
    public static final class SpringDisposables implements Runnable {
        private final DefaultListableBeanFactory factory = new DefaultListableBeanFactory();

        @Override
        public void run() {
            DisposableBean bean = () -> {};
            factory.registerDisposableBean(Names.next(), bean);
        }
    }
}
