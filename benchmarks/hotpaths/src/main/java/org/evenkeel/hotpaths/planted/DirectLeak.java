package org.evenkeel.hotpaths.planted;

import java.nio.ByteBuffer;

/**
 * Leaks direct buffers. Each also takes some 200 bytes of heap for the buffer object and its cleaner. After
 * {@link #close} the memory goes back as the collector finds the buffers.
 */
final class DirectLeak implements Leak {

    private final int bytes;
    private final Chain<ByteBuffer> held = new Chain<>();

    DirectLeak(int bytes) {
        this.bytes = bytes;
    }

    @Override
    public void hold() {
        held.add(ByteBuffer.allocateDirect(bytes));
    }

    @Override
    public void close() {
        held.drain(buffer -> {});
    }
}
