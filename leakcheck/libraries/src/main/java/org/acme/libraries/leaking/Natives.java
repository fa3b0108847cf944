package org.acme.libraries.leaking;

import com.github.luben.zstd.ZstdCompressCtx;
import com.sun.jna.Memory;
import io.netty.buffer.PooledByteBufAllocator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Inflater;

/** Memory outside the heap, used so that something stays with every call. */
public final class Natives {

    private Natives() {}

    /** Pooled buffers that are never released. */
    public static final class NettyNotReleased implements Runnable {
        @Override
        public void run() {
            PooledByteBufAllocator.DEFAULT.directBuffer(256).writeLong(1);
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
}
