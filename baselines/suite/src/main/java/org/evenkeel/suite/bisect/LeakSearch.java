package org.evenkeel.suite.bisect;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenkeel.compare.report.Words;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.compare.stored.Environments;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.suite.bisect.CommitSearch.Answer;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.command.JvmOptions;
import org.evenkeel.suite.command.MeasureOptions;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.plan.PlainBenchmark;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.Progress;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.CommitJars;

/**
 * Since which commit something grows: each commit is checked for leaks by itself, with nothing to compare it with.
 *
 * @param jvm what the code runs in
 * @param repository whose commits they are
 * @param jars builds them
 * @param folder where the checks go; those that are there are gone on from
 * @param deadline when no other check is begun
 * @param out gets the result
 * @param err hears of the progress
 */
record LeakSearch(
        JvmOptions jvm,
        Path repository,
        CommitJars jars,
        Path folder,
        Deadline deadline,
        PrintWriter out,
        PrintWriter err) {

    /** What the leak check of a commit said. */
    private record Told(Answer answer, String why) {}

    /**
     * Searches.
     *
     * @param from the good commit
     * @param commits those after it, oldest first
     * @param one what grows
     */
    ExitStatus run(String from, List<String> commits, AbBenchmark one) throws IOException, InterruptedException {
        String last = commits.get(commits.size() - 1);
        Map<String, Answer> known = new HashMap<>();
        Told bad = check(last, one);
        if (bad.answer() != Answer.BAD) {
            return noSearch(
                    BaseCommit.shortened(last) + ": " + bad.why()
                            + (bad.answer() == Answer.GOOD ? " Nothing to search for." : ""),
                    bad.answer() == Answer.GOOD);
        }
        Told good = check(from, one);
        if (good.answer() != Answer.GOOD) {
            return noSearch(
                    BaseCommit.shortened(from) + ", the good commit: " + good.why()
                            + (good.answer() == Answer.BAD ? " Give an older --good." : ""),
                    false);
        }
        known.put(print(from, one), Answer.GOOD);
        known.put(print(last, one), Answer.BAD);
        List<Step> steps = new ArrayList<>(List.of(new Step(last, Answer.BAD, bad.why(), true)));
        CommitSearch search = new CommitSearch(commits.size());
        for (OptionalInt next = search.next(); next.isPresent() && !deadline.isOver(); next = search.next()) {
            Step told = test(commits.get(next.getAsInt()), one, known);
            search.learn(next.getAsInt(), told.answer());
            steps.add(told);
            err.printf(
                    Locale.ROOT,
                    "%s: %s; %s left%n",
                    BaseCommit.shortened(told.commit()),
                    told.why(),
                    Words.counted(search.last() - search.first() + 1, "commit"));
            err.flush();
        }
        List<String> suspects = commits.subList(search.first(), search.last() + 1);
        BisectReport report =
                new BisectReport(repository, from, BisectReport.Found.leak(subject(one), bad.why()), suspects, steps);
        report.write(folder);
        out.print(report.text());
        out.println("Report: " + folder.resolve(BisectReport.FILE));
        out.flush();
        return suspects.size() == 1 ? ExitStatus.WRONG : ExitStatus.UNDECIDED;
    }

    private ExitStatus noSearch(String why, boolean isFine) {
        out.println(why);
        out.flush();
        return isFine ? ExitStatus.OK : ExitStatus.UNDECIDED;
    }

    private Step test(String commit, AbBenchmark one, Map<String, Answer> known)
            throws IOException, InterruptedException {
        try {
            String print = print(commit, one);
            Answer same = known.get(print);
            if (same != null) {
                return new Step(commit, same, "the same code as a commit that is known", false);
            }
            Told told = check(commit, one);
            if (told.answer() != Answer.UNTESTABLE) {
                known.put(print, told.answer());
            }
            return new Step(commit, told.answer(), told.why(), true);
        } catch (BadInputException cannot) {
            return new Step(commit, Answer.UNTESTABLE, String.valueOf(cannot.getMessage()), false);
        }
    }

    private String print(String commit, AbBenchmark one) throws IOException, InterruptedException {
        return Objects.requireNonNull(
                BothSides.fingerprints(jars.classPath(commit), List.of(one)).get(one));
    }

    private Told check(String commit, AbBenchmark one) throws IOException, InterruptedException {
        MeasuredClassPath classPath = new MeasuredClassPath(jars.classPath(commit));
        RunPlan plan = plan(classPath, one);
        Path place = folder.resolve("leak-" + BaseCommit.shortened(commit));
        RunFolder run = RunFolder.open(place, plan, Files.exists(place.resolve("plan.txt")));
        CheckRun check = new CheckRun(
                plan,
                classPath,
                jvm.executable(),
                jvm.home(),
                run,
                Environments.capture(jvm.home(), plan.jvmArguments(), Optional.empty()));
        try (Progress progress = MeasureOptions.progress(err, 1, plan.profile().leakBudget())) {
            LeakReport report = check.leakChecks(progress).get(0);
            String said = PlainText.line(report.verdict().explanation());
            return new Told(
                    switch (report.verdictName()) {
                        case GROWING -> Answer.BAD;
                        case STEADY -> Answer.GOOD;
                        case INCONCLUSIVE, INVALID -> Answer.UNTESTABLE;
                    },
                    (report.verdictName() == LeakVerdictName.GROWING
                                    ? "grows. "
                                    : report.verdictName() == LeakVerdictName.STEADY ? "steady. " : "not known. ")
                            + said);
        }
    }

    private RunPlan plan(MeasuredClassPath classPath, AbBenchmark one) {
        return isHotPath(one)
                ? new RunPlan(
                        classPath.select(List.of(subject(one))), List.of(Form.SINGLE), Profile.QUICK, jvm.arguments())
                : RunPlan.ofPlain(
                        List.of(new PlainBenchmark(one.benchmark(), one.params(), one.mode())),
                        Profile.QUICK,
                        jvm.arguments());
    }

    private static boolean isHotPath(AbBenchmark one) {
        return one.benchmark().startsWith(PlannedBenchmark.BENCHMARK_CLASS + ".")
                && one.params().containsKey("path");
    }

    private static String subject(AbBenchmark one) {
        return isHotPath(one) ? Objects.requireNonNull(one.params().get("path")) : one.label();
    }
}
