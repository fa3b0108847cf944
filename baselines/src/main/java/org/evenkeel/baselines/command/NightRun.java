package org.evenkeel.baselines.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenkeel.baselines.plan.Form;
import org.evenkeel.baselines.plan.PlannedPath;
import org.evenkeel.baselines.plan.RunPlan;
import org.evenkeel.baselines.run.Progress;
import org.evenkeel.baselines.run.RunFolder;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.baselines.samples.Metric;
import org.evenkeel.baselines.samples.Session;
import org.evenkeel.baselines.samples.history.History;
import org.evenkeel.baselines.stored.SessionFiles;
import org.evenkeel.baselines.stored.history.HistoryStore;
import org.evenkeel.baselines.stored.history.Imports;
import org.evenkeel.baselines.stored.history.StoredNight;
import org.evenkeel.baselines.verdict.history.Alarm;
import org.evenkeel.baselines.verdict.history.HistoryJudge;
import org.evenkeel.baselines.verdict.history.HistoryVerdict;
import org.evenkeel.leakcheck.command.AtomicFiles;
import org.evenkeel.leakcheck.command.BadInputException;
import org.evenkeel.leakcheck.report.LeakReport;

/**
 * The steps of a night, each of which keeps what it did before the next one begins.
 *
 * @param run measures
 * @param store gets the night
 * @param err shows the progress
 */
record NightRun(CheckRun run, HistoryStore store, PrintWriter err) {

    /**
     * A night's results, which are in the history.
     *
     * @param found what was measured
     * @param notes what went wrong or was not judged, a line each
     */
    record Measured(CheckRun.Found found, List<String> notes) {
        Measured {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A night's verdict.
     *
     * @param tonight the numbers of the runs that this night added
     */
    record Judged(History history, HistoryVerdict verdict, Set<Integer> tonight) {

        List<Alarm> alarmsOfTonight() {
            return verdict.alarms().stream()
                    .filter(alarm -> tonight.contains(alarm.raisedInRun()))
                    .toList();
        }
    }

    /** Measures, and appends to the history what can be judged later. */
    Measured measure(boolean leakChecks) throws IOException, InterruptedException {
        List<String> notes = new ArrayList<>();
        CheckRun.Found found = run.watched(err, false);
        append(id(), found);
        if (leakChecks) {
            try {
                List<LeakReport> leaks = leakChecks();
                found = new CheckRun.Found(
                        SessionFiles.run(run.folder().path()), leaks, found.broken(), found.disturbed());
            } catch (IOException | RuntimeException e) {
                // The benchmarks are measured, and somebody waits for them.
                notes.add("the leak checks ended early: " + e.getMessage());
            }
        }
        found.broken().forEach((benchmark, reason) -> notes.add(benchmark.label() + " gave no number: " + reason));
        found.disturbed()
                .forEach((benchmark, share) -> notes.add(String.format(
                        Locale.ROOT,
                        "%s: its times are not in the history, because something else used %.0f %% of the machine",
                        benchmark.label(),
                        100 * share)));
        return new Measured(found, notes);
    }

    private List<LeakReport> leakChecks() throws IOException, InterruptedException {
        RunPlan plan = run.plan();
        int paths = plan.paths().size();
        Interruption interruption = Interruption.announce(err, run.folder());
        try (Progress progress =
                MeasureOptions.progress(err, paths, plan.profile().leakBudget().multipliedBy(paths))) {
            return run.leakChecks(progress);
        } finally {
            interruption.withdraw();
        }
    }

    /** Judges the history; suspects are measured again first, with fresh forks, so that nobody waits for a day. */
    Judged judge(boolean again) throws IOException, InterruptedException {
        HistoryVerdict first = HistoryJudge.judge(store.history());
        if (again && !first.suspects().isEmpty() && !isMeasuredAgain()) {
            err.println("nightly: measured again, because slower than usual: "
                    + first.suspects().stream().map(Identity::toString).collect(Collectors.joining(", ")));
            measureAgain(first.suspects());
        }
        History history = store.history();
        Set<String> ids = Set.of(id(), id() + ":again");
        Set<Integer> tonight = store.nights().stream()
                .filter(night -> ids.contains(night.id()))
                .map(night -> night.night().run())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Judged(history, HistoryJudge.judge(history), tonight);
    }

    private boolean isMeasuredAgain() {
        return store.nights().stream().anyMatch(night -> night.id().equals(id() + ":again"));
    }

    private void measureAgain(List<Identity> suspects) throws IOException, InterruptedException {
        RunPlan plan = run.plan();
        List<PlannedPath> paths = plan.paths().stream()
                .filter(path -> suspects.stream()
                        .anyMatch(suspect ->
                                path.spec().toString().equals(suspect.params().get("path"))))
                .toList();
        List<Form> forms = plan.forms().stream()
                .filter(form -> suspects.stream()
                        .anyMatch(suspect -> suspect.benchmark().endsWith("." + form.method())))
                .toList();
        if (paths.isEmpty() || forms.isEmpty()) {
            return;
        }
        RunPlan fewer = new RunPlan(paths, forms, plan.profile(), plan.jvmArguments());
        Path place = run.folder().file("again");
        RunFolder folder = RunFolder.open(place, fewer, Files.exists(place.resolve("plan.txt")));
        CheckRun fresh = new CheckRun(fewer, run.classPath(), run.java(), run.javaHome(), folder, run.environment());
        append(id() + ":again", fresh.watched(err, false), suspects);
    }

    private void append(String id, CheckRun.Found found) {
        append(id, found, List.copyOf(found.session().series().keySet()));
    }

    private void append(String id, CheckRun.Found found, List<Identity> wanted) {
        Session session = found.session()
                .only(identity -> wanted.contains(identity)
                        && (Metric.isExact(identity.metric())
                                || found.disturbed().keySet().stream()
                                        .noneMatch(benchmark -> Planned.isOf(benchmark, identity))));
        StoredNight night = Imports.night(
                id,
                session,
                System.currentTimeMillis(),
                run.environment().context().getOrDefault("commit", ""),
                run.environment().identity());
        if (!night.results().isEmpty()) {
            store.append(List.of(night));
        }
    }

    /** A name that no other night has, the same when the night is resumed. */
    private String id() {
        Path file = run.folder().file("night-id.txt");
        try {
            if (!Files.exists(file)) {
                AtomicFiles.write(file, UUID.randomUUID() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new BadInputException("cannot read " + file + ": " + AtomicFiles.reason(e), e);
        }
    }
}
