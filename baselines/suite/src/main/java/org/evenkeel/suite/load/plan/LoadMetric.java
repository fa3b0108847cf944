package org.evenkeel.suite.load.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an objective is about.
 *
 * @param name as it is written, such as {@code response.p99}
 * @param kind what it measures
 * @param rank of a percentile, between 0 and 1; 0 for anything else
 * @param gauge name of a gauge; empty for anything else
 */
public record LoadMetric(String name, Kind kind, double rank, String gauge) {

    private static final Pattern TIME = Pattern.compile("(response|service)\\.(p\\d{1,2}(?:\\.\\d{1,3})?|mean|max)");
    private static final Pattern GAUGE = Pattern.compile("gauge\\.([a-z][a-z0-9.-]*)\\.(min|mean|max|end)");

    /** What a metric measures; with its unit and its better direction. */
    public enum Kind {
        /** Time from the intended start to the answer. */
        RESPONSE(Unit.TIME, false),
        /** Time from the real start to the answer. */
        SERVICE(Unit.TIME, false),
        /** Requests that were answered well, in a second. */
        RATE(Unit.RATE, true),
        /** Requests that failed, as a share of those that ended. */
        ERRORS(Unit.SHARE, false),
        /** Requests that a service answered with a status from 400 to 499, as a share of those that ended. */
        ERRORS_4XX(Unit.SHARE, false),
        /** Requests that a service answered with a status from 500 to 599, as a share of those that ended. */
        ERRORS_5XX(Unit.SHARE, false),
        /** Requests that were due and never answered, as a share of those that were due. */
        DROPPED(Unit.SHARE, false),
        /** Processor time of the process, as a share of the machine's. */
        CPU(Unit.SHARE, false),
        /** Time from the first intended start to the last answer. */
        ELAPSED(Unit.TIME, false),
        /** Growth of the heap after collections, as a share, from the first tenth of the run to the last. */
        HEAP_GROWTH(Unit.SHARE, false),
        /** Growth of the process's resident memory over the run. */
        RESIDENT_GROWTH(Unit.BYTES, false),
        /** The same for each minute. */
        RESIDENT_PER_MINUTE(Unit.BYTES_PER_MINUTE, false),
        /** Threads at the end, beyond those at the beginning. */
        THREADS_GROWTH(Unit.NUMBER, false),
        /** Open file descriptors at the end, beyond those at the beginning. */
        DESCRIPTORS_GROWTH(Unit.NUMBER, false),
        /** A gauge of what is driven. */
        GAUGE(Unit.NUMBER, false);

        private final Unit unit;
        private final boolean larger;

        Kind(Unit unit, boolean larger) {
            this.unit = unit;
            this.larger = larger;
        }

        /** What its values are written in. */
        public Unit unit() {
            return unit;
        }

        /** Whether more of it is better. */
        public boolean largerIsBetter() {
            return larger;
        }

        /** Whether it is one of the whole phase, not of single tasks. */
        public boolean isOfThePhase() {
            return switch (this) {
                case RESPONSE, SERVICE, RATE, ERRORS, DROPPED -> false;
                default -> true;
            };
        }

        /** Whether it is read from the process that is driven. */
        public boolean isOfTheProcess() {
            return switch (this) {
                case CPU,
                        HEAP_GROWTH,
                        RESIDENT_GROWTH,
                        RESIDENT_PER_MINUTE,
                        THREADS_GROWTH,
                        DESCRIPTORS_GROWTH,
                        GAUGE -> true;
                default -> false;
            };
        }
    }

    /** What values are written in. */
    public enum Unit {
        /** Nanoseconds; written {@code 200ms}. */
        TIME("a time such as 200ms"),
        /** Per second; written {@code 170/h}. */
        RATE("a rate such as 50/s, 30/min or 170/h"),
        /** Of one; written {@code 0.1%}. */
        SHARE("a share such as 0.1%"),
        /** Bytes; written {@code 50MiB}. */
        BYTES("a size such as 50MiB"),
        /** Bytes in a minute; written {@code 5MB/min}. */
        BYTES_PER_MINUTE("a growth such as 5MiB/min"),
        /** As it is. */
        NUMBER("a number");

        private final String words;

        Unit(String words) {
            this.words = words;
        }

        /** What is expected, in a message. */
        public String words() {
            return words;
        }
    }

    /** Every way to write one, for messages. */
    public static final List<String> WRITTEN = List.of(
            "response.p50|p95|p99|p99.9|mean|max",
            "service.…",
            "rate",
            "errors",
            "errors.4xx",
            "errors.5xx",
            "dropped",
            "cpu",
            "elapsed",
            "heap.growth",
            "resident.growth",
            "resident.perMinute",
            "threads.growth",
            "descriptors.growth",
            "gauge.NAME.min|mean|max|end");

    /** The metric that is written so. */
    public static Optional<LoadMetric> written(String text) {
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            Kind kind = time.group(1).equals("response") ? Kind.RESPONSE : Kind.SERVICE;
            String which = time.group(2);
            double rank =
                    which.equals("mean") ? 0 : which.equals("max") ? 1 : Double.parseDouble(which.substring(1)) / 100;
            return Optional.of(new LoadMetric(text, kind, rank, ""));
        }
        Matcher gauge = GAUGE.matcher(text);
        if (gauge.matches()) {
            return Optional.of(new LoadMetric(text, Kind.GAUGE, 0, gauge.group(1)));
        }
        return Optional.ofNullable(
                        switch (text) {
                            case "rate" -> Kind.RATE;
                            case "errors" -> Kind.ERRORS;
                            case "errors.4xx" -> Kind.ERRORS_4XX;
                            case "errors.5xx" -> Kind.ERRORS_5XX;
                            case "dropped" -> Kind.DROPPED;
                            case "cpu" -> Kind.CPU;
                            case "elapsed" -> Kind.ELAPSED;
                            case "heap.growth" -> Kind.HEAP_GROWTH;
                            case "resident.growth" -> Kind.RESIDENT_GROWTH;
                            case "resident.perMinute" -> Kind.RESIDENT_PER_MINUTE;
                            case "threads.growth" -> Kind.THREADS_GROWTH;
                            case "descriptors.growth" -> Kind.DESCRIPTORS_GROWTH;
                            default -> null;
                        })
                .map(kind -> new LoadMetric(text, kind, 0, ""));
    }

    /** A value of it as a person reads it. */
    public String show(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        return switch (kind.unit()) {
            case TIME -> Numbers.time(value);
            case RATE -> value > 0 && value < 1 ? Numbers.plain(value * 3600) + "/h" : Numbers.plain(value) + "/s";
            case SHARE -> Numbers.share(value);
            case BYTES -> Numbers.bytes(value);
            case BYTES_PER_MINUTE -> Numbers.bytes(value) + "/min";
            case NUMBER -> Numbers.plain(value);
        };
    }
}
