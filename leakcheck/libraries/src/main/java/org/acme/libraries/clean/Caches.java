package org.acme.libraries.clean;

import ch.qos.logback.classic.LoggerContext;
import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import com.google.gson.Gson;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.acme.libraries.Bytes;
import org.acme.libraries.Names;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.springframework.context.support.GenericApplicationContext;

/** Caches, interners, pools of objects and registries of names, used so that nothing stays. */
public final class Caches {

    private Caches() {}

    /** A cache of ten thousand, asked for ever new keys. */
    public static final class CaffeineBounded implements Runnable {
        private final Cache<String, byte[]> cache =
                Caffeine.newBuilder().maximumSize(10_000).build();

        @Override
        public void run() {
            cache.get(Names.next(), key -> new byte[16]);
        }
    }

    /** Entries that expire after half a second. */
    public static final class GuavaExpiring implements Runnable {
        private final com.google.common.cache.Cache<String, String> cache = CacheBuilder.newBuilder()
                .expireAfterWrite(500, TimeUnit.MILLISECONDS)
                .build();

        @Override
        public void run() {
            String key = Names.next();
            cache.put(key, key);
            LockSupport.parkNanos(20_000);
        }
    }

    /** Ever new strings in a weak interner. */
    public static final class GuavaInterner implements Callable<Object> {
        private final Interner<String> interner = Interners.newWeakInterner();

        @Override
        public Object call() {
            return interner.intern(Names.next());
        }
    }

    /** A timer for each of 2,000 users. */
    public static final class MicrometerTags implements Runnable {
        private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

        @Override
        public void run() {
            String user = "user-" + ThreadLocalRandom.current().nextInt(2000);
            registry.timer("requests", "user", user).record(3, TimeUnit.MILLISECONDS);
        }
    }

    /** Histograms with reservoirs. */
    public static final class DropwizardHistograms implements Runnable {
        private final MetricRegistry registry = new MetricRegistry();

        @Override
        public void run() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            registry.histogram("size-" + random.nextInt(50)).update(random.nextInt(1000));
        }
    }

    /** A thousand loggers. */
    public static final class LogbackLoggers implements Runnable {
        private final LoggerContext context = new LoggerContext();

        @Override
        public void run() {
            context.getLogger("com.acme.Service" + ThreadLocalRandom.current().nextInt(1000)).info("hello {}", 1);
        }
    }

    /** Circuit breakers, some of whose calls fail. */
    public static final class CircuitBreakers implements Runnable {
        private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();

        @Override
        public void run() {
            try {
                registry.circuitBreaker("service-" + ThreadLocalRandom.current().nextInt(50)).executeRunnable(() -> {
                    if (ThreadLocalRandom.current().nextInt(4) == 0) {
                        throw new IllegalStateException("one in four");
                    }
                });
            } catch (RuntimeException expected) {
                // Of the service, or of a breaker that is open.
            }
        }
    }

    /** Objects of a pool, given back. */
    public static final class PoolReturned implements Callable<Object> {
        private final GenericObjectPool<byte[]> pool = new GenericObjectPool<>(new Bytes());

        @Override
        public Object call() throws Exception {
            byte[] bytes = pool.borrowObject();
            pool.returnObject(bytes);
            return bytes;
        }
    }

    /** Ever new names of fields, for tables of symbols to fill with. */
    public static final class JacksonNames implements Callable<Object> {
        private final ObjectMapper mapper = new ObjectMapper();

        @Override
        public Object call() throws Exception {
            return mapper.readTree("{\"" + Names.next() + "\":1}");
        }
    }

    /** A mapper for each call. */
    public static final class JacksonMappers implements Callable<Object> {
        /**
         * What is written and read.
         *
         * @param name any
         * @param count any
         */
        public record Item(String name, int count) {}

        @Override
        public Object call() throws Exception {
            ObjectMapper mapper = new ObjectMapper();
            return mapper.readValue(mapper.writeValueAsBytes(new Item("a", 1)), Item.class);
        }
    }

    /** The same with Gson. */
    public static final class GsonEach implements Callable<Object> {
        @Override
        public Object call() {
            return new Gson().toJson(Map.of("a", 1));
        }
    }

    /** A context for each call, closed. */
    public static final class SpringContexts implements Callable<Object> {
        @Override
        public Object call() {
            try (GenericApplicationContext context = new GenericApplicationContext()) {
                context.registerBean("bean", Object.class);
                context.refresh();
                return context.getBean("bean");
            }
        }
    }
}
