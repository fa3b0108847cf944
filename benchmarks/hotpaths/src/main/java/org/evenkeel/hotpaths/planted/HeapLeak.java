package org.evenkeel.hotpaths.planted;

/**
 * Leaks byte arrays. A leak of {@code bytes} takes, with compressed references, {@code 16 + bytes} rounded up to a
 * multiple of 8 for the array, and 24 bytes for the link that holds it: 104 bytes for {@code leak=64}.
 */
final class HeapLeak implements Leak {

    private final int bytes;
    private final Chain<byte[]> held = new Chain<>();

    HeapLeak(int bytes) {
        this.bytes = bytes;
    }

    @Override
    public void hold() {
        held.add(new byte[bytes]);
    }

    @Override
    public void close() {
        held.drain(array -> {});
    }
}
