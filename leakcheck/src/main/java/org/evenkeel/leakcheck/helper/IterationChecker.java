package org.evenkeel.leakcheck.helper;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.plan.GrowthLimits;
import org.evenkeel.leakcheck.report.LeakPage;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.report.TextReport;
import org.evenkeel.leakcheck.run.IterationRun;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.verdict.Judge;
import org.evenkeel.leakcheck.verdict.LeakVerdict;

/**
 * The main class of the helper process that follows the iterations of a benchmark. After each it answers with the growth of
 * that iteration, the verdict so far and its text. Not a command for people.
 */
public final class IterationChecker {

    private static final Judge JUDGE = new Judge(GrowthLimits.NONE, Duration.ofSeconds(60));

    private final String name;
    private final Path report;
    private final DataOutputStream answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    private final Stopwatch watch = Stopwatch.start();

    private IterationChecker(String name, Path report) {
        this.name = name;
        this.report = report;
    }

    /**
     * Follows.
     *
     * @param args the process, the name of the benchmark, the folder of the report, the prefix of the harness's classes
     */
    public static void main(String[] args) throws InterruptedException {
        Locale.setDefault(Locale.ROOT);
        IterationChecker checker = new IterationChecker(args[1], Path.of(args[2]));
        System.setOut(System.err);
        IterationRun.follow(args[3], Long.parseLong(args[0]), new FileInputStream(FileDescriptor.in), checker::answer);
        Runtime.getRuntime().exit(0);
    }

    private void answer(Recording recording, Optional<Double> rate) {
        LeakVerdict verdict = JUDGE.judge(recording);
        if (verdict instanceof LeakVerdict.Inconclusive inconclusive) {
            verdict = inconclusive.settledBy(
                    "more iterations, at least 20 with those of the warm-up: such as -wi 10 -i 20 -r 1");
        }
        LeakReport result = new LeakReport(name, verdict, recording, watch.seconds());
        try {
            if (!recording.samples().isEmpty()) {
                AtomicFiles.write(report.resolve("leakcheck.json"), LeakReports.toJson(List.of(result)));
                AtomicFiles.write(report.resolve("leakcheck.html"), LeakPage.render(List.of(result)));
            }
            answers.writeDouble(rate.orElse(Double.NaN));
            answers.writeUTF(result.verdictName().name());
            answers.writeUTF(TextReport.paragraph(result));
            answers.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
