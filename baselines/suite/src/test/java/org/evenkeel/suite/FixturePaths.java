package org.evenkeel.suite;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;

/** Hot paths for tests, found through the tests' own service file. */
public final class FixturePaths {

    private FixturePaths() {}

    private static Workload idle() {
        return new Workload() {
            @Override
            public Caller caller(int index, long seed) {
                return () -> index;
            }

            @Override
            public void close() {}
        };
    }

    /** An ordinary path. */
    public static final class Tiny implements HotPath {
        @Override
        public String name() {
            return "tiny";
        }

        @Override
        public String summary() {
            return "does nothing";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.number("size", "how large", 1, 1, 9));
        }

        @Override
        public Workload open(Arguments arguments, Invariants invariants) {
            return idle();
        }
    }

    /** A calibration path with a fault. */
    public static final class Faulty implements HotPath {
        @Override
        public String name() {
            return "faulty";
        }

        @Override
        public String summary() {
            return "does nothing, wrongly when told to";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    Parameter.number("size", "how large", 1, 1, 9),
                    Parameter.choice("broken", "whether it is", "false", "true").asFault());
        }

        @Override
        public Workload open(Arguments arguments, Invariants invariants) {
            return idle();
        }

        @Override
        public boolean calibration() {
            return true;
        }
    }

    /** A calibration path whose first 4,500 requests, 450 ms of them, are ten times as slow, as code is until it is compiled. */
    public static final class SlowStart implements HotPath {
        @Override
        public String name() {
            return "slow-start";
        }

        @Override
        public String summary() {
            return "is slow at first";
        }

        @Override
        public Workload open(Arguments arguments, Invariants invariants) {
            AtomicInteger slow = new AtomicInteger(4_500);
            return new Workload() {
                @Override
                public Caller caller(int index, long seed) {
                    return () -> {
                        long start = System.nanoTime();
                        boolean cold = slow.get() > 0 && slow.getAndDecrement() > 0;
                        long end = start + (cold ? 100_000 : 10_000);
                        while (System.nanoTime() < end) {
                            Thread.onSpinWait();
                        }
                        return end;
                    };
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public boolean calibration() {
            return true;
        }
    }

    /** A calibration path that ends its JVM, or never ends a request. */
    public static final class Fatal implements HotPath {
        @Override
        public String name() {
            return "fatal";
        }

        @Override
        public String summary() {
            return "ends its JVM by a signal, or hangs";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.choice("how", "what goes wrong", "crash", "hang"));
        }

        @Override
        public Workload open(Arguments arguments, Invariants invariants) {
            boolean hangs = arguments.text("how").equals("hang");
            return new Workload() {
                @Override
                public Caller caller(int index, long seed) {
                    return () -> hangs ? hang() : crash();
                }

                @Override
                public void close() {}
            };
        }

        /** Deaf to interruptions, as code is that waits for an answer which never comes. */
        private static Object hang() {
            while (true) {
                LockSupport.parkNanos(1_000_000);
                boolean unused = Thread.interrupted();
            }
        }

        private static Object crash() throws IOException, InterruptedException {
            return new ProcessBuilder(
                            "kill",
                            "-SEGV",
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        }

        @Override
        public boolean calibration() {
            return true;
        }
    }
}
