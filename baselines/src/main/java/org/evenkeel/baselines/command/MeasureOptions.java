package org.evenkeel.baselines.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.baselines.plan.Form;
import org.evenkeel.baselines.plan.PathSelection;
import org.evenkeel.baselines.plan.Profile;
import org.evenkeel.baselines.plan.RunPlan;
import org.evenkeel.baselines.run.BarProgress;
import org.evenkeel.baselines.run.LineProgress;
import org.evenkeel.baselines.run.MeasuredClassPath;
import org.evenkeel.baselines.run.Progress;
import org.evenkeel.leakcheck.command.BadInputException;
import org.evenkeel.leakcheck.command.Commands;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that measures can be told: what to measure, for how long, in which JVM, and where to put it. */
public final class MeasureOptions {

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "Hot path to measure, as name?parameter=value&parameter=value; may be repeated."
                    + " Default: every path on the class path.")
    List<String> paths = new ArrayList<>();

    @Option(
            names = "--form",
            paramLabel = "FORM",
            split = ",",
            description = "single, batch, tenThreads or fiftyThreads; may be repeated. Default: all four.")
    List<String> forms = new ArrayList<>();

    @Option(
            names = {"--classpath", "-cp"},
            paramLabel = "CP",
            description = "Jars and folders with hot paths of your own and what they need.")
    String classPath = "";

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description =
                    "How long to measure: smoke (seconds, to see that a path works), quick (minutes) or nightly (the time"
                            + " that absolute numbers need). Default: nightly for the command of that name, else quick.")
    String profile = Profile.QUICK.name();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results. Default: target/evenkeel/<UTC time>.")
    @Nullable
    Path out;

    @Option(names = "--resume", description = "Go on with the interrupted run in --out: what it measured is kept.")
    boolean resume;

    @Option(
            names = "--java",
            paramLabel = "HOME",
            description = "JDK of the measured JVMs. Default: the one this command runs on.")
    @Nullable
    Path javaHome;

    @Option(names = "--jvm-arg", paramLabel = "ARG", description = "Argument for every measured JVM; may be repeated.")
    List<String> jvmArguments = new ArrayList<>();

    @Option(
            names = "--redis",
            paramLabel = "URI",
            description = "Redis for the paths that use one. Default: a redis-server of this machine, started for the"
                    + " run.")
    @Nullable
    String redis;

    @Option(
            names = "--benchmarks",
            paramLabel = "JAR",
            description = "The benchmark jar. Default: the one that the build put beside this jar.")
    Path benchmarks = MeasuredClassPath.besideThisJar();

    /** The class path of the measured JVMs. */
    MeasuredClassPath measuredClassPath() {
        return MeasuredClassPath.of(benchmarks, classPath);
    }

    /** What to measure. */
    RunPlan plan(MeasuredClassPath measured) {
        List<Form> selected = forms.isEmpty()
                ? List.of(Form.values())
                : forms.stream().map(Form::named).distinct().toList();
        Profile time = Profile.named(profile);
        return measured.withHotPaths(
                available -> new RunPlan(PathSelection.select(available, paths), selected, time, allJvmArguments()));
    }

    /** Arguments of every measured JVM. */
    List<String> allJvmArguments() {
        return redis == null
                ? jvmArguments
                : Stream.concat(jvmArguments.stream(), Stream.of("-Devenkeel.redis=" + redis))
                        .toList();
    }

    /** The folder for the results. */
    Path folder(Clock clock) {
        if (out != null) {
            return out;
        }
        if (resume) {
            throw new BadInputException("--resume: expected --out with the folder of the interrupted run");
        }
        return Commands.defaultFolder(clock.instant());
    }

    /** Home of the JDK of the measured JVMs. */
    Path home() {
        return javaHome == null ? Path.of(System.getProperty("java.home")) : javaHome;
    }

    /** The {@code java} executable of the measured JVMs. */
    Path java() {
        return java(home());
    }

    /** The {@code java} executable of a JDK. */
    public static Path java(Path home) {
        for (String name : List.of("java", "java.exe")) {
            Path java = home.resolve("bin").resolve(name);
            if (Files.isExecutable(java)) {
                return java;
            }
        }
        throw new BadInputException("--java " + home + ": expected the home of a JDK, found no bin/java in it");
    }

    /** A bar where standard error is a terminal, plain lines elsewhere. */
    static Progress progress(PrintWriter err, int steps, Duration total) {
        return Boolean.getBoolean("evenkeel.terminal")
                ? new BarProgress(new PrintStream(System.err, true, StandardCharsets.UTF_8), total)
                : new LineProgress(err, steps, total);
    }
}
