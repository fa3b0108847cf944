package org.evenkeel.suite.load.run.worker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What requests threw, by kind: class and message without the digits, which differ from one to the next. */
final class Errors {

    /** Further kinds are counted together. */
    private static final int MOST_KINDS = 50;

    private static final int MOST_LETTERS = 160;

    private static final String OTHERS = "others";

    private final ConcurrentHashMap<String, LongAdder> kinds = new ConcurrentHashMap<>();

    void add(Throwable thrown) {
        add(kind(thrown));
    }

    void add(String kind) {
        LongAdder count = kinds.get(kind);
        if (count == null) {
            count = kinds.computeIfAbsent(kinds.size() < MOST_KINDS ? kind : OTHERS, unused -> new LongAdder());
        }
        count.increment();
    }

    Map<String, LongAdder> kinds() {
        return kinds;
    }

    private static String kind(Throwable thrown) {
        String message = thrown.getMessage();
        String text = thrown.getClass().getName() + (message == null ? "" : ": " + message.replaceAll("\\d+", "#"));
        return text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) + "…" : text;
    }
}
