package org.acme.libraries;

import ch.qos.logback.classic.LoggerContext;
import com.codahale.metrics.MetricRegistry;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.luben.zstd.ZstdCompressCtx;
import com.google.common.cache.CacheBuilder;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import com.sun.jna.Memory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import freemarker.cache.StringTemplateLoader;
import freemarker.template.Configuration;
import groovy.lang.GroovyShell;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.FastThreadLocal;
import io.reactivex.rxjava3.processors.BehaviorProcessor;
import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Inflater;
import javassist.ClassPool;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import reactor.core.publisher.Sinks;

/** Libraries used so that something stays with every call. */
public final class Leaking {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private Leaking() {}

    private static String name() {
        return "name-" + NUMBERS.incrementAndGet();
    }

    /** A meter for each user. */
    public static final class MicrometerTags implements Runnable {
        private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

        @Override
        public void run() {
            registry.counter("requests", "user", name()).increment();
        }
    }

    /** A counter for each request. */
    public static final class DropwizardNames implements Runnable {
        private final MetricRegistry registry = new MetricRegistry();

        @Override
        public void run() {
            registry.counter("request." + name()).inc();
        }
    }

    /** A cache that nobody gave a bound. */
    public static final class GuavaUnbounded implements Runnable {
        private final com.google.common.cache.Cache<String, String> cache =
                CacheBuilder.newBuilder().build();

        @Override
        public void run() {
            String key = name();
            cache.put(key, key);
        }
    }

    /** The same with Caffeine. */
    public static final class CaffeineUnbounded implements Runnable {
        private final Cache<String, byte[]> cache = Caffeine.newBuilder().build();

        @Override
        public void run() {
            cache.get(name(), key -> new byte[16]);
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

    /** Pooled buffers that are never released. */
    public static final class NettyNotReleased implements Runnable {
        @Override
        public void run() {
            PooledByteBufAllocator.DEFAULT.directBuffer(256).writeLong(1);
        }
    }

    /** Timeouts of an hour that nobody cancels. */
    public static final class NettyTimeouts implements Runnable, AutoCloseable {
        private final HashedWheelTimer timer = new HashedWheelTimer();

        @Override
        public void run() {
            timer.newTimeout(timeout -> {}, 1, TimeUnit.HOURS);
        }

        @Override
        public void close() {
            timer.stop();
        }
    }

    /** A thread local for each call, in the thread that calls. */
    public static final class NettyThreadLocals implements Runnable {
        @Override
        public void run() {
            new FastThreadLocal<byte[]>().set(new byte[8]);
        }
    }

    /** Subscribers that are never disposed of, one in 50 calls. */
    public static final class RxSubscribers implements Runnable {
        private final BehaviorProcessor<Integer> processor = BehaviorProcessor.create();
        private final AtomicLong calls = new AtomicLong();

        @Override
        public void run() {
            if (calls.incrementAndGet() % 50 == 0) {
                processor.subscribe(value -> {});
            }
        }
    }

    /** A sink that replays all it ever got. */
    public static final class ReactorReplay implements Runnable {
        private final Sinks.Many<String> sink = Sinks.many().replay().all();

        @Override
        public void run() {
            sink.tryEmitNext(name());
        }
    }

    /** Listeners that are registered and never taken off. */
    public static final class EventBusListeners implements Runnable {
        private final EventBus bus = new EventBus();

        @Override
        public void run() {
            bus.register(new Listener());
        }
    }

    /** Hears, and does nothing. */
    public static final class Listener {
        /** Called for each event. */
        @Subscribe
        public void hear(String event) {}
    }

    /** One shell, and a class for each text. */
    public static final class GroovyEvaluate implements Runnable {
        private final GroovyShell shell = new GroovyShell();

        @Override
        public void run() {
            shell.evaluate("1 + 2");
        }
    }

    /** Classes made into the application's own loader. */
    public static final class ByteBuddyInjected implements Runnable {
        @Override
        public void run() {
            new ByteBuddy()
                    .subclass(Object.class)
                    .make()
                    .load(Leaking.class.getClassLoader(), ClassLoadingStrategy.Default.INJECTION);
        }
    }

    /**
     * Classes in loaders of their own, which go: but the loader above them was asked for each name first, and keeps a lock for
     * every name it was ever asked for.
     */
    public static final class ByteBuddyDropped implements Runnable {
        @Override
        public void run() {
            new ByteBuddy().subclass(Object.class).make().load(Leaking.class.getClassLoader());
        }
    }

    /** A logger for each request. */
    public static final class LogbackLoggers implements Runnable {
        private final LoggerContext context = new LoggerContext();

        @Override
        public void run() {
            context.getLogger("request." + name());
        }
    }

    /** Durable jobs that are never deleted. */
    public static final class QuartzJobs implements Callable<Object>, AutoCloseable {
        private final Scheduler scheduler = StdSchedulerFactory.getDefaultScheduler();

        /** Starts nothing yet. */
        public QuartzJobs() throws Exception {}

        @Override
        public Object call() throws Exception {
            scheduler.addJob(
                    JobBuilder.newJob(Nothing.class)
                            .withIdentity(name())
                            .storeDurably()
                            .build(),
                    false);
            return scheduler;
        }

        @Override
        public void close() throws Exception {
            scheduler.shutdown();
        }
    }

    /** Does nothing. */
    public static final class Nothing implements Job {
        @Override
        public void execute(JobExecutionContext context) {}
    }

    /** References to all that was ever written, since nobody resets. */
    public static final class KryoReferences implements Runnable {
        private final Kryo kryo = new Kryo();
        private final Output output = new Output(1 << 16);

        /** Sets it up. */
        public KryoReferences() {
            kryo.setRegistrationRequired(false);
            kryo.setReferences(true);
            kryo.setAutoReset(false);
        }

        @Override
        public void run() {
            output.reset();
            kryo.writeClassAndObject(output, new ArrayList<>(List.of("a")));
        }
    }

    /** A circuit breaker for each user. */
    public static final class CircuitBreakers implements Runnable {
        private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();

        @Override
        public void run() {
            registry.circuitBreaker(name()).executeRunnable(() -> {});
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

    /** One native context in 20 that is kept and not closed. */
    public static final class ZstdContexts implements Runnable {
        private static final Queue<Object> KEPT = new ConcurrentLinkedQueue<>();
        private final AtomicLong calls = new AtomicLong();

        @Override
        public void run() {
            ZstdCompressCtx context = new ZstdCompressCtx();
            if (calls.incrementAndGet() % 20 == 0) {
                KEPT.add(context);
            } else {
                context.close();
            }
        }
    }

    /** Native memory that is kept. */
    public static final class JnaMemory implements Runnable {
        private static final Queue<Object> KEPT = new ConcurrentLinkedQueue<>();

        @Override
        public void run() {
            KEPT.add(new Memory(100));
        }
    }

    /** Statements that are kept open. */
    public static final class SqliteStatements implements Callable<Object> {
        private final Queue<Object> kept = new ConcurrentLinkedQueue<>();
        private final Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");

        /** Connects. */
        public SqliteStatements() throws Exception {}

        @Override
        public Object call() throws Exception {
            return kept.add(connection.prepareStatement("select 1"));
        }
    }

    /** Classes that the pool is never told to forget. */
    public static final class JavassistPool implements Runnable {
        private final ClassPool pool = new ClassPool(true);

        @Override
        public void run() {
            pool.makeClass("made." + name());
        }
    }

    /** An index in memory that only grows. */
    public static final class LuceneDocuments implements Callable<Object> {
        private final IndexWriter writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig());

        /** Opens it. */
        public LuceneDocuments() throws Exception {}

        @Override
        public Object call() throws Exception {
            Document document = new Document();
            document.add(new StringField("id", name(), Field.Store.YES));
            return writer.addDocument(document);
        }
    }

    /** A table that only grows. */
    public static final class H2Rows implements Callable<Object> {
        private final Connection connection = DriverManager.getConnection("jdbc:h2:mem:rows");
        private final PreparedStatement insert;

        /** Makes the table. */
        public H2Rows() throws Exception {
            connection.createStatement().execute("create table rows_kept(name varchar)");
            insert = connection.prepareStatement("insert into rows_kept values (?)");
        }

        @Override
        public synchronized Object call() throws Exception {
            insert.setString(1, name());
            return insert.executeUpdate();
        }
    }

    /** A database for each call that stays open without connections. */
    public static final class H2Databases implements Callable<Object> {
        @Override
        public Object call() throws Exception {
            DriverManager.getConnection("jdbc:h2:mem:" + name() + ";DB_CLOSE_DELAY=-1")
                    .close();
            return this;
        }
    }

    /** Beans that wait for a shutdown of the factory. */
    public static final class SpringDisposables implements Runnable {
        private final DefaultListableBeanFactory factory = new DefaultListableBeanFactory();

        @Override
        public void run() {
            DisposableBean bean = () -> {};
            factory.registerDisposableBean(name(), bean);
        }
    }

    /** A template for each request. */
    public static final class FreemarkerTemplates implements Callable<Object> {
        private final StringTemplateLoader loader = new StringTemplateLoader();
        private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);

        /** Sets it up. */
        public FreemarkerTemplates() {
            configuration.setTemplateLoader(loader);
        }

        @Override
        public Object call() throws Exception {
            String name = name();
            loader.putTemplate(name, "hello ${user}");
            return configuration.getTemplate(name);
        }
    }

    /** Tasks that are cancelled, and wait for their hour all the same. */
    public static final class CancelledTasks implements Runnable, AutoCloseable {
        private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

        @Override
        public void run() {
            executor.schedule(() -> {}, 1, TimeUnit.HOURS).cancel(false);
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }

    /** Names of files that are to be deleted when the JVM ends. */
    public static final class DeleteOnExit implements Runnable {
        @Override
        public void run() {
            new File("none-" + NUMBERS.incrementAndGet()).deleteOnExit();
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

    /** One inflater in 100 that is kept and not ended. */
    public static final class Inflaters implements Runnable {
        private static final Queue<Object> KEPT = new ConcurrentLinkedQueue<>();
        private final AtomicLong calls = new AtomicLong();

        @Override
        public void run() {
            Inflater inflater = new Inflater();
            if (calls.incrementAndGet() % 100 == 0) {
                KEPT.add(inflater);
            } else {
                inflater.end();
            }
        }
    }

    /** Stages that wait for a future that never comes. */
    public static final class Stages implements Runnable {
        private static final CompletableFuture<String> NEVER = new CompletableFuture<>();

        @Override
        public void run() {
            NEVER.thenApply(value -> value + "!");
        }
    }

    /** A pool of connections for each call, not closed. */
    public static final class HikariPools implements Callable<Object> {
        @Override
        public Object call() throws Exception {
            try (Connection connection = new HikariDataSource(pool()).getConnection()) {
                return connection.isValid(1);
            }
        }
    }

    static HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:pools");
        config.setMaximumPoolSize(1);
        return config;
    }
}
