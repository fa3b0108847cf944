package org.evenkeel.suite.profile.analysis;

import java.util.List;
import java.util.Optional;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.samples.CollapsedReader;
import org.evenkeel.suite.profile.samples.ForkFacts;
import org.evenkeel.suite.profile.samples.ForkProfile;
import org.evenkeel.suite.profile.samples.Stack;

/** Profiles of forks, written down by hand. */
final class Forks {

    static final String JMH = "java/lang/Thread.run_[0];org/openjdk/jmh/runner/Handler.call_[0];"
            + "org/evenkeel/jmh/jmh_generated/HotPathBenchmark_single_jmhTest.single_thrpt_jmhStub_[j];"
            + "org/evenkeel/jmh/HotPathBenchmark.single_[i];";

    private Forks() {}

    /** A fork of two callers that made 1,000 operations in 1 ms with 1.5 ms of processor time. */
    static ForkProfile fork(ProfileEvent event, String... lines) {
        List<Stack> stacks = CollapsedReader.read("fork", String.join("\n", lines), event);
        return new ForkProfile(
                event,
                new ForkFacts("test", Optional.empty(), Optional.empty(), 2, 1_000, 1_000_000, 1_500_000),
                stacks,
                stacks);
    }
}
