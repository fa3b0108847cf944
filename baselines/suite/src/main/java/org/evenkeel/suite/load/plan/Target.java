package org.evenkeel.suite.load.plan;

import java.util.Map;
import java.util.TreeMap;

/** Something that is driven. */
public sealed interface Target {

    /** What it is called in results. */
    String name();

    /** A hot path, {@code path?parameter=value}. */
    record HotPath(String name) implements Target {}

    /** A class that is a {@code Runnable} or a {@code Callable}. */
    record Workload(String name) implements Target {}

    /**
     * A request of a service, whose address the command line names.
     *
     * @param method such as {@code GET}
     * @param path behind the address, with its query; empty for the address itself
     * @param headers by name
     * @param body empty for none
     */
    record Request(String method, String path, Map<String, String> headers, String body) implements Target {
        public Request {
            headers = Map.copyOf(headers);
        }

        /** The headers in the order of their names. */
        public Map<String, String> sorted() {
            return new TreeMap<>(headers);
        }

        @Override
        public String name() {
            return method + " " + (path.isEmpty() ? "/" : path);
        }
    }

    /** A hot path. */
    static Target path(String spec) {
        return new HotPath(spec);
    }
}
