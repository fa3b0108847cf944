package org.evenkeel.jmh.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is sampled, and the engines of async-profiler that can do it, the best first. */
enum Event {
    /** Processor time. Hardware counters see the kernel too; a timer works everywhere. */
    CPU(new Engine("cycles", "event=cycles,interval=1000000"), new Engine("ctimer", "event=ctimer,interval=1ms")),
    /** Allocated bytes. */
    ALLOC(new Engine("alloc", "alloc=128k")),
    /** Time that threads wait for monitors and for the locks of java.util.concurrent. */
    LOCK(new Engine("lock", "lock=1")),
    /** Time by the wall clock, whether a thread runs or waits. */
    WALL(new Engine("wall", "wall=5ms")),
    /** Bytes that come from malloc, each call of it. */
    NATIVEMEM(new Engine("nativemem", "nativemem=0")),
    /** Who holds the locks that others wait for. */
    HOLDERS(new Engine("thread dumps", "")),
    /** Nothing: a fork that does without, to see what profiling costs. */
    NONE(new Engine("none", ""));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<Engine> engines;

    Event(Engine... engines) {
        this.engines = List.of(engines);
    }

    List<Engine> engines() {
        return engines;
    }

    /** The name on the command line and in files. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Event named(String name) {
        return Arrays.stream(values())
                .filter(event -> event.written().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("event \"" + name + "\": expected one of "
                        + Arrays.stream(values()).map(Event::written).collect(Collectors.joining(", "))));
    }

    /**
     * One way to sample.
     *
     * @param name as async-profiler calls it
     * @param arguments what switches it on
     */
    record Engine(String name, String arguments) {}
}
