package org.evenkeel.leakcheck.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * One check of one workload.
 *
 * @param workload a hot path as written on the command line, or the name of a class
 * @param name what the result is called; the workload as given, unless the caller knows better
 * @param classPath where the workload is found; entries exist
 * @param threads callers at once, at least 1
 * @param operationsPerBatch operations in the smallest batch, or empty to find them by calibration
 * @param budget the most time that the whole check may take
 * @param jvmArguments for the checked JVM, such as {@code -Xmx512m}
 * @param javaHome the JDK or JRE that runs the checked JVM
 * @param limits how much growth is acceptable
 * @param seed decides the callers' inputs and the order of batch sizes
 * @param source where heap readings come from
 * @param cause whether to look for what holds it when something grows, which takes some seconds more
 */
public record LeakCheckPlan(
        String workload,
        String name,
        List<Path> classPath,
        int threads,
        OptionalLong operationsPerBatch,
        Duration budget,
        List<String> jvmArguments,
        Path javaHome,
        GrowthLimits limits,
        long seed,
        HeapSource source,
        boolean cause) {

    public LeakCheckPlan {
        classPath = List.copyOf(classPath);
        jvmArguments = List.copyOf(jvmArguments);
        if (workload.isBlank()) {
            throw new IllegalArgumentException("a plan without a workload");
        }
        if (source == HeapSource.NOTIFICATIONS) {
            throw new IllegalArgumentException("only a JVM that is watched is read by notifications");
        }
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        if (operationsPerBatch.isPresent() && operationsPerBatch.getAsLong() < 1) {
            throw new IllegalArgumentException(operationsPerBatch.getAsLong() + " operations per batch");
        }
        if (budget.isNegative() || budget.isZero()) {
            throw new IllegalArgumentException("a budget of " + budget);
        }
    }

    /** A check of {@code workload} with the defaults: one caller, calibrated batches, a minute. */
    public static Builder of(String workload, List<Path> classPath) {
        return new Builder(workload, classPath);
    }

    /** A plan in the making. */
    public static final class Builder {
        private final String workload;
        private final List<Path> classPath;
        private String name;
        private int threads = 1;
        private OptionalLong operationsPerBatch = OptionalLong.empty();
        private Duration budget = Duration.ofSeconds(60);
        private List<String> jvmArguments = List.of();
        private Path javaHome = Path.of(System.getProperty("java.home"));
        private GrowthLimits limits = GrowthLimits.NONE;
        private long seed = 1;
        private HeapSource source = HeapSource.HISTOGRAM;
        private boolean cause = true;

        Builder(String workload, List<Path> classPath) {
            this.workload = workload;
            this.classPath = List.copyOf(classPath);
            this.name = workload;
        }

        /** What the result is called; the workload as given when not set. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /** Callers at once. */
        public Builder threads(int value) {
            threads = value;
            return this;
        }

        /** Operations in the smallest batch, instead of finding them by calibration. */
        public Builder operationsPerBatch(long value) {
            operationsPerBatch = OptionalLong.of(value);
            return this;
        }

        /** The most time that the whole check may take. */
        public Builder budget(Duration value) {
            budget = value;
            return this;
        }

        /** Arguments for the checked JVM. */
        public Builder jvmArguments(List<String> value) {
            jvmArguments = List.copyOf(value);
            return this;
        }

        /** The JDK or JRE that runs the checked JVM; the present one when not set. */
        public Builder javaHome(Path value) {
            javaHome = value;
            return this;
        }

        /** How much growth is acceptable. */
        public Builder limits(GrowthLimits value) {
            limits = value;
            return this;
        }

        /** Decides the callers' inputs and the order of batch sizes. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Where heap readings come from. */
        public Builder source(HeapSource value) {
            source = value;
            return this;
        }

        /** Whether to look for what holds it when something grows; looked for when not set. */
        public Builder cause(boolean value) {
            cause = value;
            return this;
        }

        /** The finished plan. */
        public LeakCheckPlan build() {
            return new LeakCheckPlan(
                    workload,
                    name,
                    classPath,
                    threads,
                    operationsPerBatch,
                    budget,
                    jvmArguments,
                    javaHome,
                    limits,
                    seed,
                    source,
                    cause);
        }
    }
}
