package org.evenkeel.leakcheck.rates;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * Our reader of heap dumps beside shark's detector of growing objects, on the same dumps: whether the planted field is on a path
 * that is named, how long it takes, and how much memory at its peak. The dumps are written by a JVM that runs a leaking
 * specimen, one after each of four equal stretches of operations; shark reads all four, as it is meant to, and ours the first and
 * the last.
 */
public final class SideBySide {

    private static final int DUMPS = 4;
    /** Some ten times what either usually takes; who takes longer has failed. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private SideBySide() {}

    /** How a process ended, and what it took. */
    private record Run(int status, String output, double seconds, long peakKibibytes) {}

    /** Measures; an argument is a regular expression of the specimens. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String only = args.length == 0 ? ".*" : args[0];
        Path folder = Files.createTempDirectory("evenkeel-side-by-side");
        List<double[]> times = new ArrayList<>();
        int specimens = 0;
        int oursRight = 0;
        int sharksRight = 0;
        try {
            for (Class<?> type : Specimens.LEAKING) {
                Leaks leaks = Specimens.leaks(type);
                if (!type.getSimpleName().matches(only)
                        || leaks.holder().isEmpty()
                        || leaks.signal() != Signal.HEAP
                        || leaks.minimumThreads() > 1) {
                    continue;
                }
                Run dumping =
                        java(folder, "-Xmx512m", DumpingCaller.class.getName(), type.getName(), folder.toString());
                if (dumping.status() != 0) {
                    System.out.println(type.getSimpleName() + ": no dumps: " + dumping.output());
                    continue;
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
                String ourPath = path(folder, operations);
                Run sharks =
                        java(folder, "-XX:+UseSerialGC", "-Xmx512m", SharkProgram.class.getName(), folder.toString());
                boolean oursIsRight = ourPath.contains(leaks.holder());
                boolean sharkIsRight = sharks.status() == 0 && sharks.output().contains(leaks.holder());
                specimens++;
                oursRight += oursIsRight ? 1 : 0;
                sharksRight += sharkIsRight ? 1 : 0;
                times.add(
                        new double[] {ours.seconds(), sharks.seconds(), ours.peakKibibytes(), sharks.peakKibibytes()});
                System.out.printf(
                        Locale.ROOT,
                        "%-28s ours %-5s %5.2f s %4d MiB   shark %-5s %5.2f s %4d MiB   %s%n",
                        type.getSimpleName(),
                        oursIsRight ? "right" : "WRONG",
                        ours.seconds(),
                        ours.peakKibibytes() / 1024,
                        sharkIsRight ? "right" : sharks.status() == 0 ? "WRONG" : "FAILS",
                        sharks.seconds(),
                        sharks.peakKibibytes() / 1024,
                        oursIsRight && sharkIsRight
                                ? ""
                                : ourPath + " | "
                                        + sharks.output().lines().findFirst().orElse(""));
            }
        } finally {
            delete(folder);
        }
        System.out.printf(
                Locale.ROOT,
                "%d specimens: ours right %d, median %.2f s, %.0f MiB; shark right %d, median %.2f s, %.0f MiB%n",
                specimens,
                oursRight,
                median(times, 0),
                median(times, 2) / 1024,
                sharksRight,
                median(times, 1),
                median(times, 3) / 1024);
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

    private static long peakKibibytes(long pid) {
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

    private static double median(List<double[]> rows, int column) {
        double[] sorted = rows.stream().mapToDouble(row -> row[column]).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Paths of dumps in time order. */
    static List<Path> dumps(Path folder) {
        return IntStream.rangeClosed(1, DUMPS)
                .mapToObj(number -> dump(folder, number))
                .toList();
    }
}
