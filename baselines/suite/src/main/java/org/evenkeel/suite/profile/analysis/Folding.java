package org.evenkeel.suite.profile.analysis;

import java.util.List;
import java.util.regex.Pattern;
import org.evenkeel.suite.profile.samples.Frame;
import org.evenkeel.suite.profile.samples.Frame.Kind;
import org.evenkeel.suite.profile.samples.Stack;

/** Folds away what is around the measured code: JMH, the code it generates, and our own benchmark. */
public final class Folding {

    /** What calls the measured code directly. A plain JMH benchmark has only the stub around it. */
    private static final Pattern ENTRY = Pattern.compile(
            ".*_jmhTest\\.\\w+_jmhStub|org\\.evenkeel\\.jmh\\.HotPathBenchmark\\.\\w+|org\\.evenkeel\\.workload\\.Caller\\.\\w+");

    private static final Pattern HARNESS =
            Pattern.compile("org\\.openjdk\\.jmh\\..*|.*\\.jmh_generated\\..*|org\\.evenkeel\\.jmh\\..*");

    private Folding() {}

    /** The part of a stack that is the measured code's own. */
    public static PlacedStack fold(Stack stack) {
        List<Frame> frames = stack.frames();
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i).kind() == Kind.JAVA
                    && ENTRY.matcher(frames.get(i).name()).matches()) {
                List<Frame> below = frames.subList(i + 1, frames.size());
                boolean nothing = below.stream().noneMatch(frame -> frame.kind() == Kind.JAVA);
                return new PlacedStack(nothing ? Place.HARNESS : Place.CALLERS, below, stack.value());
            }
        }
        if (frames.stream().anyMatch(frame -> HARNESS.matcher(frame.name()).matches())) {
            return new PlacedStack(Place.HARNESS, frames, stack.value());
        }
        boolean java = frames.stream().anyMatch(frame -> frame.kind() == Kind.JAVA);
        return new PlacedStack(java ? Place.OTHER_THREADS : Place.JVM, frames, stack.value());
    }
}
