package org.acme.libraries.clean;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import com.sun.jna.Memory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

/** Memory outside the heap, used so that nothing stays. */
public final class Natives {

    private Natives() {}

    /** Pooled buffers of all sizes, released. */
    public static final class NettyPooled implements Runnable {
        @Override
        public void run() {
            ByteBuf buffer =
                    PooledByteBufAllocator.DEFAULT.directBuffer(64 + ThreadLocalRandom.current().nextInt(60_000));
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
}
