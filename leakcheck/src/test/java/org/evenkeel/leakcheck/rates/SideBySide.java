package org.evenkeel.leakcheck.rates;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.leakcheck.analysis.cause.GrowingPath;
import org.evenkeel.leakcheck.analysis.cause.PathGrowth;
import org.evenkeel.leakcheck.report.CauseText;
import org.evenkeel.leakcheck.run.dump.DumpProgram;
import org.evenkeel.leakcheck.run.dump.DumpReading;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;
import org.evenkeel.leakcheck.specimens.Specimens;

/**
 * Our reader of heap dumps beside shark's detector of growing objects and the NetBeans profiler's heap library, on the same dumps:
 * whether the planted field is on a path that is named, how long it takes, and how much memory at its peak. The dumps are written
 * by a JVM that runs a leaking specimen, one after each of four equal stretches of operations; shark reads all four, as it is meant
 * to, the others the first and the last.
 */
public final class SideBySide {

    private static final int DUMPS = 4;
    /** Some ten times what any of them usually takes; who takes longer has failed. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private SideBySide() {}

    /** How a process ended, and what it took. */
    private record Run(int status, String output, double seconds, long peakKibibytes) {}

    /** What one of them did with one specimen. */
    private record Answer(
            String reader, boolean right, boolean ended, String path, double seconds, double peakMebibytes) {

        static Answer of(String reader, Run run, String path, String holder) {
            boolean ended = run.status() == 0;
            return new Answer(
                    reader, ended && path.contains(holder), ended, path, run.seconds(), run.peakKibibytes() / 1024.0);
        }

        String firstPaths() {
            return path.lines().limit(3).collect(Collectors.joining(" | "));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s %-5s %5.2f s %4.0f MiB",
                    reader,
                    right ? "right" : ended ? "WRONG" : "FAILS",
                    seconds,
                    peakMebibytes);
        }
    }

    /** Measures; an argument is a regular expression of the specimens. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String only = args.length == 0 ? ".*" : args[0];
        List<Answer> all = new ArrayList<>();
        for (Class<?> type : Specimens.LEAKING) {
            Leaks leaks = Specimens.leaks(type);
            if (type.getSimpleName().matches(only)
                    && !leaks.holder().isEmpty()
                    && leaks.signal() == Signal.HEAP
                    && leaks.minimumThreads() == 1) {
                Path folder = Files.createTempDirectory("evenkeel-side-by-side");
                try {
                    List<Answer> answers = answers(type, leaks.holder(), folder);
                    all.addAll(answers);
                    System.out.printf("%-28s %s%n", type.getSimpleName(), answers);
                    answers.stream()
                            .filter(answer -> !answer.right())
                            .forEach(answer ->
                                    System.out.println("    " + answer.reader() + ": " + answer.firstPaths()));
                } finally {
                    delete(folder);
                }
            }
        }
        Map<String, List<Answer>> byReader =
                all.stream().collect(Collectors.groupingBy(Answer::reader, LinkedHashMap::new, Collectors.toList()));
        byReader.forEach((reader, answers) -> System.out.printf(
                Locale.ROOT,
                "%s: %d of %d right, %d did not end; median %.2f s, %.0f MiB%n",
                reader,
                answers.stream().filter(Answer::right).count(),
                answers.size(),
                answers.stream().filter(answer -> !answer.ended()).count(),
                median(answers.stream().mapToDouble(Answer::seconds)),
                median(answers.stream().mapToDouble(Answer::peakMebibytes))));
    }

    private static List<Answer> answers(Class<?> type, String holder, Path folder)
            throws IOException, InterruptedException {
        Run dumping = java(folder, "-Xmx512m", DumpingCaller.class.getName(), type.getName(), folder.toString());
        if (dumping.status() != 0) {
            throw new IOException(type.getSimpleName() + ": no dumps: " + dumping.output());
        }
        long operations = Long.parseLong(dumping.output().strip());
        Run ours = java(
                folder,
                "-XX:+UseSerialGC",
                "-Xmx128m",
                DumpProgram.class.getName(),
                folder.resolve("ours").toString(),
                "4",
                operations + " " + dump(folder, 1),
                DUMPS * operations + " " + dump(folder, DUMPS));
        Run shark = java(folder, "-XX:+UseSerialGC", "-Xmx512m", SharkProgram.class.getName(), folder.toString());
        Run netBeans = java(folder, "-XX:+UseSerialGC", "-Xmx512m", NetBeansProgram.class.getName(), folder.toString());
        return List.of(
                Answer.of("ours", ours, path(folder, operations), holder),
                Answer.of("shark", shark, shark.output(), holder),
                Answer.of("NetBeans", netBeans, netBeans.output(), holder));
    }

    static Path dump(Path folder, int number) {
        return folder.resolve(number + ".hprof");
    }

    private static String path(Path folder, long operations) throws IOException, InterruptedException {
        try (DumpReading reading =
                DumpReading.begin(new DumpReading.Dump(dump(folder, 1), operations), 512 << 20, folder)) {
            List<GrowingPath> paths =
                    PathGrowth.of(reading.finish(new DumpReading.Dump(dump(folder, DUMPS), DUMPS * operations), 60));
            return paths.stream().findFirst().map(CauseText::path).orElse("no path");
        }
    }

    private static Run java(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(arguments));
        Path output = folder.resolve("output");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .start();
        long peak = 0;
        while (process.isAlive() && System.nanoTime() - start < MOST_NANOS) {
            peak = Math.max(peak, peakKibibytes(process.pid()));
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean inTime = !process.isAlive();
        process.destroyForcibly().waitFor();
        return new Run(
                inTime ? process.exitValue() : 1, Files.readString(output, StandardCharsets.UTF_8), seconds, peak);
    }

    /** The most memory that a process had resident so far; 0 once it has ended. */
    static long peakKibibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It has just ended.
            return 0;
        }
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder)) {
            files = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** Paths of dumps in time order. */
    static List<Path> dumps(Path folder) {
        return IntStream.rangeClosed(1, DUMPS)
                .mapToObj(number -> dump(folder, number))
                .toList();
    }
}
