package org.acme.libraries;

import ch.qos.logback.classic.LoggerContext;
import com.codahale.metrics.MetricRegistry;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.Pool;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import com.google.common.eventbus.EventBus;
import com.google.gson.Gson;
import com.sun.jna.Memory;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import freemarker.template.Configuration;
import freemarker.template.Template;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.HashedWheelTimer;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.processors.BehaviorProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javassist.ClassPool;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jsoup.Jsoup;
import org.mozilla.javascript.Context;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import reactor.core.publisher.Flux;

/** Libraries used so that nothing stays, however much it looks as if. */
public final class Clean {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private Clean() {}

    private static String name() {
        return "name-" + NUMBERS.incrementAndGet();
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    /** A cache of ten thousand, asked for ever new keys. */
    public static final class CaffeineBounded implements Runnable {
        private final Cache<String, byte[]> cache =
                Caffeine.newBuilder().maximumSize(10_000).build();

        @Override
        public void run() {
            cache.get(name(), key -> new byte[16]);
        }
    }

    /** Entries that expire after half a second. */
    public static final class GuavaExpiring implements Runnable {
        private final com.google.common.cache.Cache<String, String> cache = CacheBuilder.newBuilder()
                .expireAfterWrite(500, TimeUnit.MILLISECONDS)
                .build();

        @Override
        public void run() {
            String key = name();
            cache.put(key, key);
            LockSupport.parkNanos(20_000);
        }
    }

    /** Ever new strings in a weak interner. */
    public static final class GuavaInterner implements Callable<Object> {
        private final Interner<String> interner = Interners.newWeakInterner();

        @Override
        public Object call() {
            return interner.intern(name());
        }
    }

    /** A timer for each of 2,000 users. */
    public static final class MicrometerTags implements Runnable {
        private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

        @Override
        public void run() {
            registry.timer("requests", "user", "user-" + random(2000)).record(3, TimeUnit.MILLISECONDS);
        }
    }

    /** Histograms with reservoirs. */
    public static final class DropwizardHistograms implements Runnable {
        private final MetricRegistry registry = new MetricRegistry();

        @Override
        public void run() {
            registry.histogram("size-" + random(50)).update(random(1000));
        }
    }

    /** Pooled buffers of all sizes, released. */
    public static final class NettyPooled implements Runnable {
        @Override
        public void run() {
            ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer(64 + random(60_000));
            buffer.writeLong(1);
            buffer.release();
        }
    }

    /** Direct buffers without a pool, not released: their cleaners free them. */
    public static final class NettyUnpooled implements Runnable {
        private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true, true);

        @Override
        public void run() {
            allocator.directBuffer(64).writeLong(1);
        }
    }

    /** Timeouts that are cancelled. */
    public static final class NettyTimeouts implements Runnable, AutoCloseable {
        private final HashedWheelTimer timer = new HashedWheelTimer(10, TimeUnit.MILLISECONDS);

        @Override
        public void run() {
            timer.newTimeout(timeout -> {}, 1, TimeUnit.HOURS).cancel();
            LockSupport.parkNanos(5_000);
        }

        @Override
        public void close() {
            timer.stop();
        }
    }

    /** Subscribers that are disposed of. */
    public static final class RxDisposed implements Runnable {
        private final BehaviorProcessor<Integer> processor = BehaviorProcessor.create();

        @Override
        public void run() {
            processor.subscribe(value -> {}).dispose();
        }
    }

    /** Work handed to another thread. */
    public static final class RxSchedulers implements Callable<Object> {
        @Override
        public Object call() {
            return Flowable.range(1, 20)
                    .subscribeOn(Schedulers.computation())
                    .map(value -> value * 2)
                    .blockingLast();
        }
    }

    /** The same with Reactor. */
    public static final class ReactorFlux implements Callable<Object> {
        @Override
        public Object call() {
            return Flux.range(1, 20)
                    .publishOn(reactor.core.scheduler.Schedulers.parallel())
                    .map(value -> value * 2)
                    .blockLast();
        }
    }

    /** Listeners that are taken off again. */
    public static final class EventBusListeners implements Runnable {
        private final EventBus bus = new EventBus();

        @Override
        public void run() {
            Leaking.Listener listener = new Leaking.Listener();
            bus.register(listener);
            bus.post("event");
            bus.unregister(listener);
        }
    }

    /** A script that is compiled once. */
    public static final class GroovyScript implements Callable<Object> {
        private final Script script = new GroovyShell().parse("[1, 2, 3].collect { it * 2 }.sum()");

        @Override
        public Object call() {
            return script.run();
        }
    }

    /** A shell for each text, dropped with its classes. */
    public static final class GroovyShells implements Callable<Object> {
        @Override
        public Object call() {
            return new GroovyShell().evaluate("1 + 2");
        }
    }

    /** A thousand loggers. */
    public static final class LogbackLoggers implements Runnable {
        private final LoggerContext context = new LoggerContext();

        @Override
        public void run() {
            context.getLogger("com.acme.Service" + random(1000)).info("hello {}", 1);
        }
    }

    /** Serializers from a pool with soft references. */
    public static final class KryoPool implements Runnable {
        private final Pool<Kryo> pool = new Pool<>(true, true, 8) {
            @Override
            protected Kryo create() {
                Kryo kryo = new Kryo();
                kryo.setRegistrationRequired(false);
                return kryo;
            }
        };

        @Override
        public void run() {
            Kryo kryo = pool.obtain();
            kryo.writeClassAndObject(new Output(256, -1), new ArrayList<>(List.of("a", "b")));
            pool.free(kryo);
        }
    }

    /** Circuit breakers, some of whose calls fail. */
    public static final class CircuitBreakers implements Runnable {
        private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();

        @Override
        public void run() {
            try {
                registry.circuitBreaker("service-" + random(50)).executeRunnable(() -> {
                    if (random(4) == 0) {
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

    /** Native compression, there and back. */
    public static final class ZstdBytes implements Callable<Object> {
        private final byte[] data = new byte[2000];

        @Override
        public Object call() {
            return Zstd.decompress(Zstd.compress(data), data.length);
        }
    }

    /** Native streams, closed. */
    public static final class ZstdStreams implements Callable<Object> {
        private final byte[] data = new byte[2000];

        @Override
        public Object call() throws Exception {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZstdOutputStream stream = new ZstdOutputStream(bytes)) {
                stream.write(data);
            }
            return bytes;
        }
    }

    /** Native memory that its cleaner frees. */
    public static final class JnaMemory implements Runnable {
        @Override
        public void run() {
            new Memory(100).setInt(0, 3);
        }
    }

    /** A table that is emptied again. */
    public static final class SqliteRows implements Callable<Object> {
        private final Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");

        /** Makes the table. */
        public SqliteRows() throws Exception {
            connection.createStatement().execute("create table t(name text)");
        }

        @Override
        public synchronized Object call() throws Exception {
            try (PreparedStatement insert = connection.prepareStatement("insert into t values (?)");
                    Statement delete = connection.createStatement()) {
                insert.setString(1, name());
                return insert.executeUpdate() + delete.executeUpdate("delete from t");
            }
        }
    }

    /** The same with H2 and a pool of connections. */
    public static final class H2Pooled implements Callable<Object>, AutoCloseable {
        private final HikariDataSource source;

        /** Makes the table. */
        public H2Pooled() throws Exception {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl("jdbc:h2:mem:clean");
            config.setMaximumPoolSize(4);
            source = new HikariDataSource(config);
            try (Connection connection = source.getConnection()) {
                connection.createStatement().execute("create table t(name varchar)");
            }
        }

        @Override
        public Object call() throws Exception {
            try (Connection connection = source.getConnection();
                    PreparedStatement insert = connection.prepareStatement("insert into t values (?)");
                    PreparedStatement delete = connection.prepareStatement("delete from t where name = ?")) {
                String name = name();
                insert.setString(1, name);
                delete.setString(1, name);
                return insert.executeUpdate() + delete.executeUpdate();
            }
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /** A pool of connections for each call, closed. */
    public static final class HikariPools implements Callable<Object> {
        @Override
        public Object call() throws Exception {
            try (HikariDataSource source = new HikariDataSource(Leaking.pool());
                    Connection connection = source.getConnection()) {
                return connection.isValid(1);
            }
        }
    }

    /** 500 documents, replaced again and again, searched in between. */
    public static final class LuceneSearch implements Callable<Object> {
        private final IndexWriter writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig());
        private final SearcherManager searchers = new SearcherManager(writer, null);
        private int calls;

        /** Opens it. */
        public LuceneSearch() throws Exception {}

        @Override
        public synchronized Object call() throws Exception {
            Term term = new Term("id", "document-" + calls++ % 500);
            Document document = new Document();
            document.add(new StringField(term.field(), term.text(), Field.Store.YES));
            writer.updateDocument(term, document);
            if (calls % 100 == 0) {
                searchers.maybeRefreshBlocking();
                writer.commit();
            }
            IndexSearcher searcher = searchers.acquire();
            try {
                return searcher.count(new TermQuery(term));
            } finally {
                searchers.release(searcher);
            }
        }
    }

    /** Ever new names of fields, for tables of symbols to fill with. */
    public static final class JacksonNames implements Callable<Object> {
        private final ObjectMapper mapper = new ObjectMapper();

        @Override
        public Object call() throws Exception {
            return mapper.readTree("{\"" + name() + "\":1}");
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

    /** A template for each call, dropped. */
    public static final class FreemarkerTemplates implements Callable<Object> {
        private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);

        @Override
        public Object call() throws Exception {
            StringWriter text = new StringWriter();
            new Template("greeting", "hello ${user}", configuration).process(Map.of("user", name()), text);
            return text;
        }
    }

    /** Expressions that are compiled to classes, and dropped. */
    public static final class SpelCompiled implements Callable<Object> {
        private final SpelExpressionParser parser =
                new SpelExpressionParser(new SpelParserConfiguration(SpelCompilerMode.IMMEDIATE, null));

        @Override
        public Object call() {
            Expression expression = parser.parseExpression("'a'.length() + 1");
            expression.getValue();
            return expression.getValue();
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

    /** Pages, parsed and searched. */
    public static final class JsoupPages implements Callable<Object> {
        @Override
        public Object call() {
            return Jsoup.parse("<p>" + name() + "<b>x</b>").select("b").text();
        }
    }

    /** Scripts, compiled to classes and dropped. */
    public static final class RhinoScripts implements Callable<Object> {
        @Override
        public Object call() {
            Context context = Context.enter();
            try {
                return context.evaluateString(context.initStandardObjects(), "1 + 2", "script", 1, null);
            } finally {
                Context.exit();
            }
        }
    }

    /** Classes that the pool is told to forget. */
    public static final class JavassistDetached implements Runnable {
        private final ClassPool pool = new ClassPool(true);

        @Override
        public void run() {
            pool.makeClass("made." + name()).detach();
        }
    }

    /** Cancelled tasks that leave the queue. */
    public static final class CancelledTasks implements Runnable, AutoCloseable {
        private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

        /** Sets it up. */
        public CancelledTasks() {
            executor.setRemoveOnCancelPolicy(true);
        }

        @Override
        public void run() {
            executor.schedule(() -> {}, 1, TimeUnit.HOURS).cancel(false);
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }

    /** A pool of threads for each call, shut down. */
    public static final class Executor implements Callable<Object> {
        @Override
        public Object call() throws Exception {
            ExecutorService executor = Executors.newFixedThreadPool(2);
            try {
                return executor.submit(() -> 1).get();
            } finally {
                executor.shutdown();
            }
        }
    }

    /** The JDK's HTTP client and server over one connection. */
    public static final class HttpLoopback implements Callable<Object>, AutoCloseable {
        private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        private final HttpClient client = HttpClient.newHttpClient();
        private final HttpRequest request;

        /** Starts the server. */
        public HttpLoopback() throws Exception {
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write(new byte[2]);
                exchange.close();
            });
            server.start();
            request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                    .build();
        }

        @Override
        public Object call() throws Exception {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
