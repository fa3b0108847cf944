package org.acme.libraries.leaking;

import com.google.common.eventbus.EventBus;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.FastThreadLocal;
import io.reactivex.rxjava3.processors.BehaviorProcessor;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.acme.libraries.Listener;
import org.acme.libraries.Names;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.impl.StdSchedulerFactory;
import reactor.core.publisher.Sinks;

/** Listeners, subscribers, timers, tasks and connections, used so that something stays with every call. */
public final class Callbacks {

    private Callbacks() {}

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
            sink.tryEmitNext(Names.next());
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

    /** Durable jobs that are never deleted. */
    public static final class QuartzJobs implements Callable<Object>, AutoCloseable {
        private final Scheduler scheduler = StdSchedulerFactory.getDefaultScheduler();

        /** Starts nothing yet. */
        public QuartzJobs() throws Exception {}

        @Override
        public Object call() throws Exception {
            scheduler.addJob(
                    JobBuilder.newJob(Nothing.class)
                            .withIdentity(Names.next())
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

    /** Stages that wait for a future that never comes. */
    public static final class Stages implements Runnable {
        private static final CompletableFuture<String> NEVER = new CompletableFuture<>();

        @Override
        public void run() {
            NEVER.thenApply(value -> value + "!");
        }
    }
}
