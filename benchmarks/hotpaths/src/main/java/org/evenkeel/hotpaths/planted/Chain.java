package org.evenkeel.hotpaths.planted;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps whatever it is given. One link for each, so that the growth is the same every time; an array or a hash table would
 * add the steps of its own doubling.
 *
 * <p>A link takes 24 bytes with compressed references, 16 with compact headers besides.
 */
final class Chain<T> {

    private final AtomicReference<@Nullable Link<T>> last = new AtomicReference<>();

    void add(T held) {
        Link<T> before;
        Link<T> link;
        do {
            before = last.get();
            link = new Link<>(held, before);
        } while (!last.compareAndSet(before, link));
    }

    /** Takes everything out, the latest first. */
    void drain(Consumer<? super T> release) {
        for (Link<T> link = last.getAndSet(null); link != null; link = link.before) {
            release.accept(link.held);
        }
    }

    private static final class Link<T> {
        final T held;
        final @Nullable Link<T> before;

        Link(T held, @Nullable Link<T> before) {
            this.held = held;
            this.before = before;
        }
    }
}
