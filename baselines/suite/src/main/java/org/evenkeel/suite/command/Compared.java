package org.evenkeel.suite.command;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.Baseline;
import org.evenkeel.compare.stored.BaselineStore;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.report.BaselineUsed;

/**
 * What a run is compared with.
 *
 * @param sessions at least one; an empty one where there is no baseline, so that what stands alone is judged
 * @param slowdown how many times as long the machine itself took as in any of the sessions; empty where it was alike
 * @param context what the newest session says of its code; empty where there is no baseline
 */
public record Compared(
        BaselineUsed baseline, List<Session> sessions, OptionalDouble slowdown, SortedMap<String, String> context) {

    /** Compared with it, what stands alone is judged. */
    public static final List<Session> NOTHING = List.of(Session.of("no baseline", List.of()));

    private static final SortedMap<String, String> NO_CODE = Collections.emptySortedMap();

    /**
     * What the baseline of a name has for this run.
     *
     * @param planned what is measured
     */
    public static Compared with(
            BaselineStore baselines, String name, Environment environment, Profile now, Planned planned) {
        Optional<Baseline> best = baselines.find(name, environment.identity());
        if (best.isEmpty()) {
            return new Compared(new BaselineUsed.None(name), NOTHING, OptionalDouble.empty(), NO_CODE);
        }
        List<Session> ofThese = best.get().sessions().stream()
                .filter(session -> session.series().keySet().stream().anyMatch(planned::covers))
                .toList();
        if (ofThese.isEmpty()) {
            return new Compared(new BaselineUsed.OfOthers(name), NOTHING, OptionalDouble.empty(), NO_CODE);
        }
        // The code that a session measured is the same whatever the profile, and whatever the machine.
        SortedMap<String, String> context = ofThese.get(ofThese.size() - 1)
                .environment()
                .map(Environment::context)
                .orElse(NO_CODE);
        String profile = now.name();
        List<Session> sessions = ofThese.stream()
                .filter(session -> profile(session).orElse(profile).equals(profile))
                .toList();
        if (sessions.isEmpty()) {
            TreeSet<String> others = ofThese.stream()
                    .flatMap(session -> profile(session).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Compared(new BaselineUsed.OtherProfile(name, others), NOTHING, OptionalDouble.empty(), context);
        }
        SortedMap<String, Difference> differences = best.get().differencesTo(environment.identity());
        BaselineUsed used = differences.isEmpty()
                ? new BaselineUsed.Same(name, sessions.size())
                : new BaselineUsed.Elsewhere(name, differences);
        return new Compared(used, sessions, OptionalDouble.empty(), context);
    }

    /** Empty where nobody wrote it down: plain JMH, and sessions from before. */
    private static Optional<String> profile(Session session) {
        return session.environment().map(environment -> environment.context().get(Profile.FACT));
    }

    /** The sessions in which the machine was as fast; where there are none, all, for exact metrics only. */
    public Compared whereTheMachineWasAsFastAsIn(Session current) {
        List<Session> alike = sessions.stream()
                .filter(session -> MachineSpeed.alike(current, session))
                .toList();
        if (alike.isEmpty()) {
            double[] ratios = sessions.stream()
                    .flatMapToDouble(session -> MachineSpeed.ratio(current, session).stream())
                    .sorted()
                    .toArray();
            return new Compared(baseline, sessions, OptionalDouble.of(ratios[ratios.length / 2]), context);
        }
        return baseline instanceof BaselineUsed.Same same
                ? new Compared(new BaselineUsed.Same(same.name(), alike.size()), alike, OptionalDouble.empty(), context)
                : this;
    }

    /** Exact metrics and broken invariants are judged on a busy machine as well; times are not. */
    boolean judges(Identity identity, CheckRun.Found found) {
        return Metric.isExact(identity.metric())
                || found.broken().keySet().stream().anyMatch(benchmark -> Planned.isOf(benchmark, identity))
                || (slowdown.isEmpty()
                        && found.disturbed().keySet().stream()
                                .noneMatch(benchmark -> Planned.isOf(benchmark, identity)));
    }

    public List<String> notJudged(CheckRun.Found found) {
        if (slowdown.isPresent()) {
            return List.of(String.format(
                    Locale.ROOT,
                    "all times, because the machine itself took %.2f times as long for a fixed piece of work as when"
                            + " the baseline was recorded",
                    slowdown.getAsDouble()));
        }
        return found.disturbed().entrySet().stream()
                .map(disturbed -> String.format(
                        Locale.ROOT,
                        "%s: its times, because something else used %.0f %% of the machine meanwhile",
                        disturbed.getKey().label(),
                        100 * disturbed.getValue()))
                .toList();
    }

    /** The verdicts on a session whose times were not measured in turn. */
    public Comparison compare(CheckRun.Found found, Planned planned, Options options) {
        return Comparer.compare(
                sessions.stream()
                        .map(session -> session.only(identity -> planned.covers(identity) && judges(identity, found)))
                        .toList(),
                List.of(found.session().only(identity -> judges(identity, found))),
                List.of(),
                options);
    }
}
