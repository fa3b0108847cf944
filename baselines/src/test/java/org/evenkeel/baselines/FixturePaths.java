package org.evenkeel.baselines;

import java.util.List;
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
}
