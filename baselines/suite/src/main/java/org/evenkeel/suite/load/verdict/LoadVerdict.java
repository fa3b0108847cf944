package org.evenkeel.suite.load.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.suite.load.analysis.Metrics;
import org.evenkeel.suite.load.plan.LoadMetric;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;

/**
 * What a run came to.
 *
 * @param run what was seen
 * @param grades of all objectives in all judged phases
 * @param invalid why times of some phases say nothing, a sentence each
 * @param knee of stages; empty for other scenarios
 * @param leak whether anything grows; empty when that was not asked
 */
public record LoadVerdict(
        LoadRun run, List<Graded> grades, List<String> invalid, Optional<KneeFound> knee, Optional<LeakReport> leak) {

    public LoadVerdict {
        grades = List.copyOf(grades);
        invalid = List.copyOf(invalid);
    }

    /** Of a run. */
    public static LoadVerdict of(LoadRun run) {
        List<Graded> grades = new ArrayList<>();
        List<String> invalid = new ArrayList<>();
        for (PhaseResult phase : run.judged()) {
            grades.addAll(Grader.grade(phase, run));
            Grader.invalid(phase, run)
                    .ifPresent(why -> invalid.add(phase.phase().name() + ": " + why.replaceFirst("^invalid: ", "")));
        }
        Optional<KneeFound> knee = run.scenario()
                .knee()
                .map(asked -> KneeFound.of(run.judged(), phase -> isMet(Grader.grade(phase, run))));
        return new LoadVerdict(run, grades, invalid, knee, LeakVerdicts.of(run));
    }

    /** Whether a stage keeps to all of its objectives. What cannot be judged is not kept to. */
    public static boolean isMet(List<Graded> ofPhase) {
        return ofPhase.stream()
                .noneMatch(graded -> graded.isMissed() || graded.grade().isEmpty());
    }

    /** Objectives that are missed; of stages none, since they go on until one is. */
    public List<Graded> missed() {
        return knee.isPresent()
                ? List.of()
                : grades.stream().filter(Graded::isMissed).toList();
    }

    /** Requests that failed although nobody said how many may. */
    public long unexpectedErrors() {
        Set<LoadMetric.Kind> asked = run.scenario().objectives().stream()
                .map(objective -> objective.metric().kind())
                .collect(Collectors.toSet());
        if (asked.contains(LoadMetric.Kind.ERRORS)) {
            return 0;
        }
        long sum = 0;
        for (PhaseResult phase : run.judged()) {
            sum += phase.all().errors() + phase.all().dropped();
            sum -= asked.contains(LoadMetric.Kind.ERRORS_4XX) ? Metrics.ofStatus('4', phase) : 0;
            sum -= asked.contains(LoadMetric.Kind.ERRORS_5XX) ? Metrics.ofStatus('5', phase) : 0;
        }
        return sum;
    }

    /**
     * Objectives that no phase could judge. One that a closed phase could not judge is settled by an open one.
     */
    public List<Graded> open() {
        if (knee.isPresent()) {
            return List.of();
        }
        return grades.stream()
                .filter(graded -> graded.grade().isEmpty())
                .filter(graded -> grades.stream()
                        .noneMatch(other -> other.objective().equals(graded.objective())
                                && other.grade().isPresent()))
                .toList();
    }

    /** The exit status. */
    public ExitStatus status() {
        List<ExitStatus> all = new ArrayList<>(List.of(ExitStatus.OK));
        if (run.broken().isPresent() || !missed().isEmpty() || unexpectedErrors() > 0) {
            all.add(ExitStatus.WRONG);
        }
        if ((!invalid.isEmpty() && knee.isEmpty())
                || !open().isEmpty()
                || run.ended().isPresent()
                || (run.scenario().leaks() && leak.isEmpty())) {
            all.add(ExitStatus.UNDECIDED);
        }
        knee.ifPresent(found -> {
            if (found.highest().isEmpty()) {
                all.add(ExitStatus.WRONG);
            }
        });
        leak.ifPresent(found -> all.add(
                found.verdict() instanceof LeakVerdict.Growing
                        ? ExitStatus.WRONG
                        : found.verdict() instanceof LeakVerdict.Steady ? ExitStatus.OK : ExitStatus.UNDECIDED));
        return ExitStatus.worst(all.toArray(ExitStatus[]::new));
    }
}
