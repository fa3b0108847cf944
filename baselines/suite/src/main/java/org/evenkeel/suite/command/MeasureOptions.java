package org.evenkeel.suite.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Form;
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

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "Hot path to measure, as name?parameter=value&parameter=value; may be repeated."
                    + " Default: every path on the class path.")
    public List<String> paths = new ArrayList<>();

    @Option(
            names = "--form",
            paramLabel = "FORM",
            split = ",",
            description = "single, batch, tenThreads or fiftyThreads; may be repeated. Default: all four.")
    public List<String> forms = new ArrayList<>();

    @Option(
            names = "--benchmark",
            paramLabel = "REGEX",
            description =
                    "Benchmarks of the JMH jar in --benchmarks, in place of hot paths; found anywhere in the full name.")
    @Nullable
    public String benchmark;

    @Option(
            names = "--param",
            paramLabel = "NAME=V,V",
            description = "With --benchmark: values of a parameter in place of the benchmark's own; may be repeated.")
    Map<String, String> params = new LinkedHashMap<>();

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
            names = "--java",
            paramLabel = "HOME",
            description = "JDK of the measured JVMs. Default: the one this command runs on.")
    @Nullable
    Path javaHome;

    @Option(names = "--jvm-arg", paramLabel = "ARG", description = "Argument for every measured JVM; may be repeated.")
    public List<String> jvmArguments = new ArrayList<>();

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
     * Takes what is not said again from the run that is gone on with, once: the options of the command itself, and then these. To
     * be called before any of them is looked at.
     */
    public void recall() {
        if (!resume || out == null || recalled) {
            return;
        }
        recalled = true;
        CommandSpec own = command;
        if (own != null) {
            Remembered.in(out).ifPresent(before -> Remembered.recall(own, before.texts(Remembered.ARGUMENTS)));
        }
        Remembered.in(out).ifPresent(before -> {
            if (paths.isEmpty()) {
                paths.addAll(before.texts("paths"));
            }
            if (forms.isEmpty()) {
                forms.addAll(before.texts("forms"));
            }
            if (benchmark == null) {
                benchmark = before.text("benchmark").orElse(null);
            }
            if (params.isEmpty()) {
                before.texts("params")
                        .forEach(param ->
                                params.put(param.replaceFirst("=.*", ""), param.substring(param.indexOf('=') + 1)));
            }
            if (jvmArguments.isEmpty()) {
                jvmArguments.addAll(before.texts("jvmArguments"));
            }
            if (classPath.isEmpty()) {
                classPath = before.text("classPath").orElse("");
            }
            if (profile.isEmpty()) {
                profile = before.text("profile").orElse("");
            }
            if (javaHome == null) {
                javaHome = before.text("java").map(Path::of).orElse(null);
            }
            if (redis == null) {
                redis = before.text("redis").orElse(null);
            }
            if (benchmarks.equals(MeasuredClassPath.besideThisJar())) {
                benchmarks = before.text("benchmarks").map(Path::of).orElse(benchmarks);
            }
        });
    }

    /** Keeps what was said in the folder of the run, so that it can be gone on with by {@code --resume --out} alone. */
    public void remember(Path folder) {
        ObjectNode said = Remembered.nothing();
        paths.forEach(said.putArray("paths")::add);
        forms.forEach(said.putArray("forms")::add);
        jvmArguments.forEach(said.putArray("jvmArguments")::add);
        if (benchmark != null) {
            said.put("benchmark", benchmark);
        }
        ArrayNode given = said.putArray("params");
        params.forEach((name, value) -> given.add(name + "=" + value));
        said.put("classPath", absolute(classPath));
        said.put("profile", profile());
        said.put("benchmarks", benchmarks.toAbsolutePath().toString());
        if (javaHome != null) {
            said.put("java", javaHome.toAbsolutePath().toString());
        }
        if (redis != null) {
            said.put("redis", redis);
        }
        ArrayNode arguments = said.putArray(Remembered.ARGUMENTS);
        if (command != null) {
            Remembered.given(command, getClass()).forEach(arguments::add);
        }
        Remembered.keep(folder, said);
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
        return isPlain() && !classPath.isEmpty() && benchmarks.equals(MeasuredClassPath.besideThisJar())
                ? MeasuredClassPath.alone("--classpath", classPath)
                : MeasuredClassPath.of(benchmarks, classPath);
    }

    /** Whether benchmarks of somebody's own jar are meant. */
    public boolean isPlain() {
        return benchmark != null;
    }

    /** What was asked for of somebody's own jar. */
    public PlainBenchmarks.Asked plainAsked() {
        return new PlainBenchmarks.Asked(benchmark == null ? ".*" : benchmark, params);
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
        if (benchmark != null) {
            if (!paths.isEmpty() || !forms.isEmpty()) {
                throw new BadInputException("expected --benchmark, or --path and --form, found both");
            }
            List<PlainBenchmark> found =
                    PlainBenchmarks.find(java(), "--benchmarks " + benchmarks, measured.entries(), benchmark, params);
            return RunPlan.ofPlain(found, Profile.named(profile()), allJvmArguments());
        }
        PlainBenchmarks.requireNone(params);
        List<Form> selected = forms.isEmpty()
                ? List.of(Form.values())
                : forms.stream().map(Form::named).distinct().toList();
        Profile time = Profile.named(profile());
        return new RunPlan(measured.select(paths), selected, time, allJvmArguments());
    }

    /** Arguments of every measured JVM. */
    List<String> allJvmArguments() {
        return redis == null
                ? jvmArguments
                : Stream.concat(jvmArguments.stream(), Stream.of("-Devenkeel.redis=" + redis))
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

    /** Home of the JDK of the measured JVMs. */
    public Path home() {
        return javaHome == null ? Path.of(System.getProperty("java.home")) : javaHome;
    }

    /** The {@code java} executable of the measured JVMs. */
    public Path java() {
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
    public static Progress progress(PrintWriter err, int steps, Duration total) {
        return ProgressLine.isTerminal()
                ? new BarProgress(new PrintStream(System.err, true, StandardCharsets.UTF_8), total)
                : new LineProgress(err, steps, total);
    }
}
