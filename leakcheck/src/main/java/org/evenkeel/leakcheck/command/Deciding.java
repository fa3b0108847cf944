package org.evenkeel.leakcheck.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenkeel.leakcheck.analysis.cause.GrowingPath;
import org.evenkeel.leakcheck.analysis.cause.PathGrowth;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.run.Stop;
import org.evenkeel.leakcheck.run.cause.ClassFiles;
import org.evenkeel.leakcheck.run.cause.Question;
import org.evenkeel.leakcheck.run.cause.RemovingCode;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Rest;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.verdict.Judge;
import org.evenkeel.leakcheck.verdict.Patience;
import org.evenkeel.leakcheck.verdict.Verdict;

/**
 * The course of one check: samples until something seems to grow, then a look at what holds it, then as many more samples as
 * that asks for. A list that no code takes out of is accused at once; what may be emptied, evicted or used up gets the time to
 * show it.
 */
final class Deciding implements Stop {

    /** Growth that is held in a way that explains less is left to the others. */
    private static final double WORTH_A_LOOK = 0.1;

    private static final List<String> KEYED =
            List.of("Map", "Set", "Table", "Trie", "Index", "Cache", "[]", "Blocking");

    private final LeakCheckPlan plan;
    private final UnaryOperator<Recording> chosen;
    private Judge judge;
    private boolean asked;
    private Optional<Rest> rest = Optional.empty();

    /** @param chosen leaves the signals that are to be looked at */
    Deciding(LeakCheckPlan plan, UnaryOperator<Recording> chosen) {
        this.plan = plan;
        this.chosen = chosen;
        judge = new Judge(plan.limits(), plan.budget());
    }

    /** The verdict on all that was seen. */
    Verdict verdict(Recording recording) {
        Verdict verdict = judge.judge(recording);
        return rest.map(seen -> judge.afterRest(verdict, seen)).orElse(verdict);
    }

    @Override
    public Duration rest() {
        return judge.patience().rest();
    }

    @Override
    public void rested(Rest seen) {
        rest = Optional.of(seen);
        judge = judge.with(judge.patience().after(seen.lasted(), plan.budget()));
    }

    @Override
    public boolean isDecided(Recording recording) {
        return judge.isDecided(chosen.apply(recording));
    }

    @Override
    public Optional<Question> question(Recording recording) {
        if (asked) {
            return Optional.empty();
        }
        asked = true;
        Recording seen = chosen.apply(recording);
        Verdict verdict = judge.judge(seen);
        boolean heapGrows = verdict.evidence().growingClasses().stream()
                        .anyMatch(found -> !found.heapClass().platform())
                || verdict.evidence().isGrowing(Signal.HEAP);
        return plan.cause() || heapGrows ? Questions.about(seen, verdict) : Optional.empty();
    }

    @Override
    public boolean isSettledBy(Recording recording, CauseMaterial found) {
        judge = judge.with(patience(found));
        return judge.isDecided(chosen.apply(recording));
    }

    private Patience patience(CauseMaterial found) {
        Duration budget = plan.budget();
        Patience most = Patience.within(budget);
        if (found.paths().isEmpty()) {
            return most;
        }
        try (ClassFiles files = ClassFiles.of(plan.classPath())) {
            RemovingCode code = new RemovingCode(files);
            for (GrowingPath path : PathGrowth.of(found.paths().get())) {
                if (path.shareOfGrowth() >= WORTH_A_LOOK) {
                    Patience needed = patience(path, code, budget);
                    most = needed.least().compareTo(most.least()) > 0 ? needed : most;
                }
            }
        }
        return most;
    }

    private static Patience patience(GrowingPath path, RemovingCode code, Duration budget) {
        Optional<String> wayOut = Optional.empty();
        Optional<Edge> holder = path.holder();
        boolean keyed = false;
        boolean behind = false;
        for (GrowingPath.Step step : path.steps()) {
            boolean isHolder = holder.isPresent() && step.edge().equals(holder.get());
            behind |= isHolder;
            if (isHolder) {
                wayOut = code.of(step.edge().owner(), step.edge().name())
                        .map(method -> method + " takes out of " + step.edge().name());
            }
            if (behind) {
                keyed |= KEYED.stream().anyMatch(step.type()::contains);
                if (!isOfThePlatform(step.type())
                        && wayOut.isEmpty()
                        && !step.type().equals(path.element())) {
                    wayOut = code.declaredBy(step.type()).map(method -> method + " takes out of it");
                }
            }
        }
        if (wayOut.isPresent()) {
            return Patience.withWayOut(budget, wayOut.get());
        }
        String name = holder.map(edge -> edge.owner() + "." + edge.name()).orElse("what holds it");
        return keyed
                ? Patience.withKeys(
                        budget, String.format(Locale.ROOT, "%s stops growing when its keys or slots repeat", name))
                : Patience.within(budget);
    }

    private static boolean isOfThePlatform(String type) {
        return type.startsWith("java.")
                || type.startsWith("javax.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.");
    }
}
