package org.acme.libraries.clean;

import com.google.common.eventbus.EventBus;
import com.sun.net.httpserver.HttpServer;
import io.netty.util.HashedWheelTimer;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.processors.BehaviorProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.acme.libraries.Listener;
import reactor.core.publisher.Flux;

/** Listeners, subscribers, timers, tasks and connections, used so that nothing stays. */
public final class Callbacks {

    private Callbacks() {}

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
            Listener listener = new Listener();
            bus.register(listener);
            bus.post("event");
            bus.unregister(listener);
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
