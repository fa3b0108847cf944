package org.evenkeel.suite.nightly.command;

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
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.command.Interruption;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.command.MergedRun;
import org.evenkeel.suite.command.Planned;
import org.evenkeel.suite.nightly.report.HistoryText;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.stored.Imports;
import org.evenkeel.suite.nightly.stored.NightStore;
import org.evenkeel.suite.nightly.stored.StoredNight;
import org.evenkeel.suite.nightly.verdict.Alarm;
import org.evenkeel.suite.nightly.verdict.HistoryJudge;
import org.evenkeel.suite.nightly.verdict.HistoryVerdict;
import org.evenkeel.suite.nightly.verdict.SetAside;
import org.evenkeel.suite.nightly.verdict.SlowNight;
import org.evenkeel.suite.plan.PlainBenchmark;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.Progress;
import org.evenkeel.suite.run.RunFolder;

/**
 * The steps of a night, each of which keeps what it did before the next one begins, and none of which is left out because
 * an earlier one failed: somebody waits for the rest.
 */
final class NightRun {

    private final CheckRun run;
    private final NightStore store;
    private final PrintWriter err;
    private final List<String> mishaps = new ArrayList<>();
    private final List<String> notJudged = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    /** Of the nights that this one added to the history: of benchmarks, of suspects, and under load. */
    private final Set<String> ids = new TreeSet<>();

    private boolean isKept = true;

    /**
     * A night.
     *
     * @param run measures
     * @param store gets the night
     * @param err shows the progress
     */
    NightRun(CheckRun run, NightStore store, PrintWriter err) {
        this.run = run;
        this.store = store;
        this.err = err;
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

    /** What went wrong with the history so far, a line each. */
    List<String> mishaps() {
        return List.copyOf(mishaps);
    }

    /** What was wrong under load, a line each. */
    List<String> missed() {
        return List.copyOf(missed);
    }

    /** What was not judged so far, and why, a line each. */
    List<String> notJudged() {
        return List.copyOf(notJudged);
    }

    /** Whether all that was measured so far and can be judged later is in the history. */
    boolean isKept() {
        return isKept;
    }

    /** Measures, and appends to the history what can be judged later. */
    CheckRun.Found measure(boolean leakChecks) throws IOException, InterruptedException {
        int damaged = store.damaged();
        if (damaged > 0) {
            mishaps.add(damaged + (damaged == 1 ? " night" : " nights")
                    + " in the history were cut off by a kill or a full disk, and are passed over");
        }
        CheckRun.Found found = run.watched(err, false);
        append(id(), found, List.copyOf(found.session().series().keySet()));
        found.disturbed().forEach((benchmark, share) -> {
            if (!found.broken().containsKey(benchmark)) {
                notJudged.add(String.format(
                        Locale.ROOT,
                        "%s: its times are not in the history, because something else used %.0f %% of the machine",
                        benchmark.label(),
                        100 * share));
            }
        });
        if (!leakChecks) {
            return found;
        }
        List<LeakReport> leaks = leakChecks();
        leaks.stream()
                .filter(leak -> leak.verdictName() == LeakVerdictName.INCONCLUSIVE)
                .forEach(leak -> notJudged.add(leak.workload() + ": the leak check decided nothing: "
                        + leak.verdict().explanation()));
        return new CheckRun.Found(SessionFiles.run(run.folder().path()), leaks, found.broken(), found.disturbed());
    }

    private List<LeakReport> leakChecks() throws IOException, InterruptedException {
        RunPlan plan = run.plan();
        int paths = plan.subjects().size();
        Interruption interruption = Interruption.announce(err, run.folder());
        try (Progress progress =
                MeasureOptions.progress(err, paths, plan.profile().leakBudget().multipliedBy(paths))) {
            return run.leakChecks(
                    progress,
                    (subject, refused) ->
                            notJudged.add(subject + " was not checked for leaks: " + refused.getMessage()));
        } finally {
            interruption.withdraw();
        }
    }

    /** Drives the paths as users would; its times are a night of their own beside that of the benchmarks. */
    void load(NightLoad load) throws IOException {
        List<NightLoad.Outcome> outcomes = load.drive();
        if (outcomes.isEmpty()) {
            notJudged.add("the load gave no result; its folder is " + load.folder());
            return;
        }
        for (NightLoad.Outcome outcome : outcomes) {
            switch (outcome.status()) {
                case OK -> {}
                case WRONG -> missed.add(outcome.headline());
                default -> notJudged.add(outcome.headline());
            }
        }
        for (StoredNight night : Imports.read(load.folder()).nights()) {
            ids.add(night.id());
            store(night);
        }
    }

    /** Judges the history; suspects are measured again first, with fresh forks, so that nobody waits for a day. */
    Judged judge(boolean again) throws IOException, InterruptedException {
        HistoryVerdict first = HistoryJudge.judge(store.history());
        List<Identity> suspects =
                first.slowNights().stream().map(SlowNight::identity).toList();
        boolean isMerged = MergedRun.in(run.folder().path()).isPresent();
        if (again && isMerged && !suspects.isEmpty()) {
            notJudged.add(
                    suspects.size() + " slower than usual, such as " + HistoryText.name(suspects.get(0), first.names())
                            + ", not measured again, because this night was merged from shards: the next night"
                            + " decides");
        }
        if (again && !isMerged && !suspects.isEmpty() && isStored(id()) && !isStored(idAgain())) {
            err.println("nightly: measured again, because slower than usual: "
                    + suspects.stream()
                            .map(one -> HistoryText.name(one, first.names()))
                            .collect(Collectors.joining(", ")));
            try {
                measureAgain(suspects);
            } catch (BadInputException e) {
                notJudged.add("suspects were not measured again, so the next night decides: " + e.getMessage());
            }
        }
        History history = store.history();
        ids.addAll(List.of(id(), idAgain()));
        Set<Integer> tonight = store.heads().stream()
                .filter(night -> ids.contains(night.id()))
                .map(night -> night.night().run())
                .collect(Collectors.toCollection(TreeSet::new));
        HistoryVerdict verdict = HistoryJudge.judge(history);
        keep(verdict.alarms().stream()
                .filter(alarm -> tonight.contains(alarm.raisedInRun()))
                .toList());
        verdict.gone().stream()
                .filter(gone -> !gone.isOld())
                .map(one -> HistoryText.line(one, verdict.names()))
                .forEach(notJudged::add);
        verdict.slowNights().stream()
                .filter(SlowNight::isFarBeyond)
                .map(one -> HistoryText.line(one, verdict.names()))
                .forEach(notJudged::add);
        List<SetAside> atOtherSpeed = verdict.setAside().stream()
                .filter(one -> one.why() == SetAside.Why.OTHER_SPEED)
                .toList();
        if (!atOtherSpeed.isEmpty()) {
            SetAside other = atOtherSpeed.get(0);
            notJudged.add("times of " + atOtherSpeed.size() + " series, such as "
                    + HistoryText.name(other.identity(), verdict.names()) + ": " + other.reason());
        }
        return new Judged(history, verdict, tonight);
    }

    /** Alarms follow from the nights, so one that is not kept is no reason to lose the report. */
    private void keep(List<Alarm> alarms) {
        try {
            store.keep(alarms);
        } catch (BadInputException e) {
            mishaps.add("the alarms are not in the history, which others may draw: " + e.getMessage());
        }
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
        List<PlainBenchmark> plain = plan.plain().stream()
                .filter(one -> suspects.stream().anyMatch(suspect -> Planned.isOf(one, suspect)))
                .toList();
        if (plain.isEmpty() && (paths.isEmpty() || forms.isEmpty())) {
            return;
        }
        RunPlan fewer = plain.isEmpty()
                ? new RunPlan(paths, forms, plan.profile(), plan.jvmArguments())
                : RunPlan.ofPlain(plain, plan.profile(), plan.jvmArguments());
        Path place = run.folder().file("again");
        RunFolder folder = RunFolder.open(place, fewer, Files.exists(place.resolve("plan.txt")));
        CheckRun fresh = new CheckRun(fewer, run.classPath(), run.java(), run.javaHome(), folder, run.environment());
        CheckRun.Found found = fresh.watched(err, false, run.folder());
        found.broken()
                .forEach((benchmark, reason) ->
                        notJudged.add(benchmark.label() + " gave no number when it was measured again: " + reason));
        append(idAgain(), found, suspects);
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
        store(night);
    }

    private void store(StoredNight night) {
        if (night.results().isEmpty()) {
            return;
        }
        try {
            store.append(List.of(night));
        } catch (BadInputException e) {
            isKept = false;
            mishaps.add(String.format(
                    Locale.ROOT,
                    "the night is not in the history: %s; the results are kept, and --resume --out %s adds them",
                    e.getMessage(),
                    run.folder().path()));
        }
    }

    private boolean isStored(String id) {
        return store.heads().stream().anyMatch(night -> night.id().equals(id));
    }

    private String idAgain() {
        return id() + ":again";
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
