package org.evenkeel.suite.command;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ProgressLine;
import org.evenkeel.suite.plan.PlainBenchmark;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.run.BarProgress;
import org.evenkeel.suite.run.LineProgress;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.PlainBenchmarks;
import org.evenkeel.suite.run.Progress;
import org.evenkeel.suite.sides.KeptJars;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command that measures can be told: what to measure, for how long, in which JVM, and where to put it. */
public final class MeasureOptions {

    /** The command that has these options. */
    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    private boolean recalled;

    /** What to look at. */
    @Mixin
    public SelectionOptions selection = new SelectionOptions();

    /** The JVMs that are measured. */
    @Mixin
    public JvmOptions jvm = new JvmOptions();

    @Option(
            names = {"--classpath", "-cp"},
            paramLabel = "CP",
            description = "Jars and folders with hot paths of your own and what they need.")
    public String classPath = "";

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description =
                    "How long to measure: smoke (seconds, to see that a path works), quick (minutes) or nightly (the time"
                            + " that absolute numbers need). Default: nightly for the command of that name, else quick.")
    String profile = "";

    /** The profile when none is named. */
    public String defaultProfile = Profile.QUICK.name();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results. Default: target/evenkeel/<UTC time>.")
    @Nullable
    Path out;

    @Option(names = "--resume", description = "Go on with the interrupted run in --out: what it measured is kept.")
    public boolean resume;

    @Option(
            names = "--redis",
            paramLabel = "URI",
            description = "Redis for the paths that use one. Default: a redis-server of this machine, started for the"
                    + " run.")
    @Nullable
    String redis;

    @Option(
            names = {"--benchmarks", "--jar"},
            paramLabel = "JAR",
            description =
                    "The JMH jar: any with --benchmark. Default: the one behind hot paths, which the build put beside this jar.")
    public Path benchmarks = MeasuredClassPath.besideThisJar();

    /**
     * Takes what is not said again from the run that is gone on with, once: the options of the command itself, and these. To be
     * called before any of them is looked at.
     */
    public void recall() {
        if (resume && out != null && !recalled && command != null) {
            recalled = true;
            Remembered.recall(out, command);
        }
    }

    /** Keeps what was said in the folder of the run, so that it can be gone on with by {@code --resume --out} alone. */
    public void remember(Path folder) {
        if (command != null) {
            // As a build and this folder made them out of what was said.
            Map<String, String> now = new LinkedHashMap<>();
            if (!classPath.isEmpty()) {
                now.put("--classpath", absolute(classPath));
            }
            if (!benchmarks.equals(MeasuredClassPath.besideThisJar())) {
                now.put("--benchmarks", benchmarks.toAbsolutePath().toString());
            }
            Remembered.keep(folder, command, now);
        }
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The name of the profile, given or by default. */
    public String profile() {
        return profile.isEmpty() ? defaultProfile : profile;
    }

    /** The class path of the measured JVMs. */
    public MeasuredClassPath measuredClassPath() {
        recall();
        // Somebody's own benchmarks need none of ours beside them, and no jar that a build of ours would have left.
        return selection.isPlain() && !classPath.isEmpty() && benchmarks.equals(MeasuredClassPath.besideThisJar())
                ? MeasuredClassPath.alone("--classpath", classPath)
                : MeasuredClassPath.of(benchmarks, classPath);
    }

    /** Builds the work tree where no jar was named, and takes what it built: a JMH jar, or one with hot paths. */
    public void build(BuildOptions build, PrintWriter err) throws IOException, InterruptedException {
        if (resume || !benchmarks.equals(MeasuredClassPath.besideThisJar())) {
            return;
        }
        Optional<Path> built = build.ofWorkTree(err);
        if (built.isPresent() && KeptJars.isJmh(built.get())) {
            benchmarks = built.get();
        } else if (built.isPresent()) {
            classPath = built.get() + (classPath.isEmpty() ? "" : File.pathSeparator + classPath);
        }
    }

    /** What to measure. */
    public RunPlan plan(MeasuredClassPath measured) throws InterruptedException {
        selection.check();
        Profile time = Profile.named(profile());
        if (selection.isPlain()) {
            PlainBenchmarks.Asked asked = selection.plain();
            List<PlainBenchmark> found = PlainBenchmarks.find(
                    jvm.executable(), "--benchmarks " + benchmarks, measured.entries(), asked.regex(), asked.params());
            return RunPlan.ofPlain(found, time, allJvmArguments());
        }
        return new RunPlan(measured.select(selection.paths()), selection.forms(), time, allJvmArguments());
    }

    /** Arguments of every measured JVM. */
    List<String> allJvmArguments() {
        return redis == null
                ? jvm.arguments()
                : Stream.concat(jvm.arguments().stream(), Stream.of("-Devenkeel.redis=" + redis))
                        .toList();
    }

    /** The folder for the results. */
    public Path folder(Clock clock) {
        if (out != null) {
            return out;
        }
        if (resume) {
            throw new BadInputException("--resume: expected --out with the folder of the interrupted run");
        }
        return Commands.defaultFolder(clock.instant());
    }

    /** A bar where standard error is a terminal, plain lines elsewhere. */
    public static Progress progress(PrintWriter err, int steps, Duration total) {
        return ProgressLine.isTerminal()
                ? new BarProgress(new PrintStream(System.err, true, StandardCharsets.UTF_8), total)
                : new LineProgress(err, steps, total);
    }
}
