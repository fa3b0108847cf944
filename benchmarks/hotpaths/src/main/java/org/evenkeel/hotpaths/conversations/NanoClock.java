package org.evenkeel.hotpaths.conversations;

/** Where time comes from: {@code System::nanoTime} in a service, a {@link VirtualClock} here. */
@FunctionalInterface
interface NanoClock {

    /** Nanoseconds since some moment of this clock's own choice; never goes back. */
    long nanoTime();
}
