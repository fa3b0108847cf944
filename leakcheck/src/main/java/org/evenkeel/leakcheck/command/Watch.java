package org.evenkeel.leakcheck.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.kernel.ProgressLine;
import org.evenkeel.leakcheck.report.LeakPage;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.report.LiveText;
import org.evenkeel.leakcheck.run.live.LiveJvm;
import org.evenkeel.leakcheck.run.live.LiveRefused;
import org.evenkeel.leakcheck.run.live.LiveRun;
import org.evenkeel.leakcheck.samples.GrowthPer;
import org.evenkeel.leakcheck.samples.LiveRecording;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.leakcheck.verdict.LiveJudge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code leakcheck watch}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Follows a running JVM under somebody else's load and tells whether anything grows without stopping."
                        + " It forces no collection unless told so. A process of this machine opens a management port for it,"
                        + " at the loopback address and behind a password, which is closed at the end.",
        footer = {
            "",
            "Ctrl-C ends it with what was seen so far.",
            "Exit status: 0 nothing grows, 1 something grows, 2 it cannot be watched, 4 inconclusive."
        })
final class Watch implements Callable<ExitStatus> {

    private static final double SECONDS_BETWEEN_LINES = 30;
    private static final long REPORT_SECONDS = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PID|HOST:PORT", description = "A process of this machine, or a remote management agent.")
    private String target = "";

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "How long to follow it, such as 10m or 2h (default: ${DEFAULT-VALUE}).")
    private String duration = "1h";

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            description = "Time between samples (default: ${DEFAULT-VALUE}).")
    private String interval = "10s";

    @Option(
            names = "--operations-from",
            paramLabel = "MBEAN#ATTRIBUTE",
            description = "A number in the watched JVM that counts its operations, such as org.acme:type=Orders#Count.")
    private @Nullable String operationsFrom;

    @Option(
            names = "--force-gc",
            description = "Collect the whole heap before each sample. It stops the service each time.")
    private boolean forceGc;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for leakcheck.json, leakcheck.html and leakcheck.csv"
                    + " (default: target/evenkeel/<UTC time>).")
    private @Nullable Path out;

    @Override
    public ExitStatus call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        Duration time = positive("--duration", duration);
        Duration step = positive("--interval", interval);
        if (step.multipliedBy(30).compareTo(time) > 0) {
            throw new BadInputException("--duration " + duration + " is too short for --interval " + interval
                    + "; a trend takes at least 30 samples");
        }
        Path folder = out != null ? out : Commands.defaultFolder(Instant.now());
        AtomicFiles.requireWritable(folder);
        PrintWriter err = command.commandLine().getErr();
        CountDownLatch left = new CountDownLatch(1);
        try (LiveJvm jvm = LiveJvm.connect(target, err::println)) {
            return follow(jvm, time, step, folder, command, left);
        } catch (LiveRefused e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        } finally {
            left.countDown();
        }
    }

    /** @param left by then the JVM is as it was found, which Ctrl-C waits for */
    private ExitStatus follow(
            LiveJvm jvm, Duration time, Duration step, Path folder, CommandSpec command, CountDownLatch left)
            throws LiveRefused, InterruptedException {
        PrintWriter err = command.commandLine().getErr();
        LiveRun run = new LiveRun(jvm, Optional.ofNullable(operationsFrom), forceGc);
        Thread interruption = new Thread(
                () -> {
                    run.stop();
                    await(left);
                },
                "leakcheck-interrupted");
        Runtime.getRuntime().addShutdownHook(interruption);
        try {
            err.println("Watching " + jvm.name() + " for " + duration + "; Ctrl-C ends it with a result");
            err.flush();
            ProgressLine line = new ProgressLine(err, ProgressLine.isTerminal(), SECONDS_BETWEEN_LINES);
            LiveRecording seen =
                    run.follow(time, step, now -> line.show(now.observedNanos() / 1e9, () -> LiveText.line(now)));
            line.end();
            return report(jvm.name(), seen, new LiveJudge(time).judge(seen), folder, command);
        } finally {
            remove(interruption);
        }
    }

    private static ExitStatus report(
            String name, LiveRecording seen, LiveJudge.Judged judged, Path folder, CommandSpec command) {
        LeakReport report = new LeakReport(name, explained(judged), judged.recording(), seen.observedNanos() / 1e9);
        AtomicFiles.write(folder.resolve("leakcheck.json"), LeakReports.toJson(List.of(report)));
        AtomicFiles.write(folder.resolve("leakcheck.html"), LeakPage.render(List.of(report)));
        AtomicFiles.write(folder.resolve("leakcheck.csv"), LiveText.csv(seen));
        command.commandLine().getOut().println(LiveText.render(name, seen, judged));
        command.commandLine().getOut().flush();
        command.commandLine().getErr().println("Written to " + folder.resolve("leakcheck.html"));
        command.commandLine().getErr().flush();
        return Leakcheck.status(List.of(report));
    }

    /** A rate per operation says nothing about how soon: the text of such a result says it per minute as well. */
    private static LeakVerdict explained(LiveJudge.Judged judged) {
        LeakVerdict verdict = judged.verdict();
        if (judged.recording().per() == GrowthPer.MINUTE) {
            return verdict;
        }
        String text = LiveText.explanation(judged);
        if (verdict instanceof LeakVerdict.Steady) {
            return new LeakVerdict.Steady(verdict.evidence(), text);
        }
        return verdict instanceof LeakVerdict.Growing
                ? new LeakVerdict.Growing(verdict.evidence(), verdict.growth(), text)
                : verdict;
    }

    private static Duration positive(String option, String text) {
        Duration time = Grammar.duration(option, text);
        if (time.isZero()) {
            throw new BadInputException(option + " takes more than no time, found \"" + text + "\"");
        }
        return time;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This JVM is ending: the hook waits for what was just written.
            return;
        }
    }
}
