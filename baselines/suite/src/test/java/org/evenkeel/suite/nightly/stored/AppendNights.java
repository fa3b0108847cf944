package org.evenkeel.suite.nightly.stored;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.nightly.samples.Night;

/** A process that appends nights to a history until it is killed: {@code AppendNights FOLDER PREFIX COUNT}. */
public final class AppendNights {

    private static final Metric TIME = new Metric(Metric.SCORE, "ns/op", MetricKind.TIME, Direction.SMALLER_IS_BETTER);

    private AppendNights() {}

    /** Appends, and says after each night that it is there. */
    public static void main(String[] args) {
        HistoryStore store = new HistoryStore(Path.of(args[0]));
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            try {
                store.append(List.of(night(args[1] + i, 1_700_000_000_000L, 40)));
            } catch (BadInputException e) {
                System.out.println(e.getMessage());
                System.exit(2);
            }
            System.out.println("stored " + args[1] + i);
        }
    }

    /** A night with so many benchmarks of three forks. */
    static StoredNight night(String id, long epochMillis, int benchmarks) {
        List<StoredNight.Result> results = new ArrayList<>();
        for (int i = 0; i < benchmarks; i++) {
            Identity identity = new Identity(
                    "acme.B.bench" + i, "avgt", 1, new TreeMap<>(Map.of("path", "p?a=" + i)), Metric.SCORE);
            results.add(new StoredNight.Result(identity, TIME, List.of(100.5 + i, 101.25 + i, 99.125 + i)));
        }
        return new StoredNight(
                id,
                new Night(0, epochMillis, "abc", new TreeMap<>(Map.of("cpu.model", "M", "jvm.version", "17"))),
                results);
    }
}
