package org.evenkeel.suite.compare;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.evenkeel.kernel.Commands;
import org.evenkeel.suite.Evenkeel;

/**
 * Measures what it takes to compare many benchmarks, with all reports: {@code ComparisonCost [BENCHMARKS [FORKS [BASE_SESSIONS]]]}.
 *
 * <p>Makes result files as JMH writes them, with its profiler of allocation, in a temporary folder, and compares them in fresh JVMs with the
 * flags of the scripts and 512 MiB of heap.
 */
public final class ComparisonCost {

    private static final int REPEATS = 5;
    private static final int ITERATIONS = 5;

    private ComparisonCost() {}

    /** Prints the size of the input, processor time, peak memory, and the size of the page. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 4 && args[0].equals("run")) {
            run(args[1], args[2], args[3]);
            return;
        }
        int benchmarks = number(args, 0, 10_000);
        int forks = number(args, 1, 5);
        int sessions = number(args, 2, 1);
        Path folder = Files.createTempDirectory("comparison-cost");
        try {
            Path base = Files.createDirectory(folder.resolve("base"));
            long bytes = 0;
            for (int session = 0; session < sessions; session++) {
                bytes += write(base.resolve(session + ".json"), benchmarks, forks, session);
            }
            Path current = folder.resolve("current.json");
            bytes += write(current, benchmarks, forks, sessions);
            System.out.printf(
                    Locale.ROOT,
                    "%,d benchmarks with %d forks each, %d sessions against one: %.1f MB%n",
                    benchmarks,
                    forks,
                    sessions,
                    bytes / 1e6);
            List<double[]> took = new ArrayList<>();
            for (int i = 0; i < REPEATS; i++) {
                took.add(fresh(base, current, folder.resolve("out" + i)));
            }
            System.out.printf(
                    Locale.ROOT,
                    "processor time %s s, by the clock %s s, peak memory %s MB, page %.1f MB%n",
                    middle(took, 0),
                    middle(took, 1),
                    middle(took, 2),
                    Files.size(folder.resolve("out0").resolve("report.html")) / 1e6);
        } finally {
            delete(folder);
        }
    }

    private static void run(String base, String current, String out) throws IOException {
        int code = Commands.run(
                new Evenkeel(),
                new String[] {"compare", base, current, "--out", out},
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));
        double peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
                .findFirst()
                .orElse(Double.NaN);
        System.out.println(code + " "
                + ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElseThrow()
                        .toMillis() + " " + peak);
    }

    private static double[] fresh(Path base, Path current, Path out) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ComparisonCost.class.getName(),
                        "run",
                        base.toString(),
                        current.toString(),
                        out.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] said = String.valueOf(process.inputReader().readLine()).split(" ", -1);
        if (process.waitFor() != 0 || said.length != 3) {
            throw new IllegalStateException("the fresh JVM ended with " + process.exitValue());
        }
        return new double[] {
            Double.parseDouble(said[1]) / 1e3, (System.nanoTime() - start) / 1e9, Double.parseDouble(said[2])
        };
    }

    private static String middle(List<double[]> took, int what) {
        double[] sorted = took.stream().mapToDouble(one -> one[what]).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.2f (%.2f to %.2f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** Unchanged code, whose sessions differ by 2 % and whose forks by 1 %. */
    private static long write(Path file, int benchmarks, int forks, int session) throws IOException {
        Random levels = new Random(109);
        Random noise = new Random(session);
        try (BufferedWriter json = Files.newBufferedWriter(file)) {
            json.write("[\n");
            for (int i = 0; i < benchmarks; i++) {
                double level = Math.exp(15 * levels.nextDouble()) * Math.exp(0.02 * noise.nextGaussian());
                double bytes = 8 * levels.nextInt(1_000);
                json.write((i == 0 ? "" : ",\n") + result(i, forks, level, bytes, noise));
            }
            json.write("\n]\n");
        }
        return Files.size(file);
    }

    private static String result(int number, int forks, double level, double bytes, Random noise) {
        return """
                    {
                        "jmhVersion" : "1.37",
                        "benchmark" : "com.acme.service.benchmarks.Group%dBenchmark.case%d",
                        "mode" : "avgt",
                        "threads" : 1,
                        "forks" : %d,
                        "jvm" : "/usr/lib/jvm/java-17/bin/java",
                        "jvmArgs" : [
                            "-Xms2g",
                            "-Xmx2g"
                        ],
                        "jdkVersion" : "17.0.10",
                        "vmName" : "OpenJDK 64-Bit Server VM",
                        "vmVersion" : "17.0.10+7",
                        "warmupIterations" : 5,
                        "warmupTime" : "10 s",
                        "warmupBatchSize" : 1,
                        "measurementIterations" : %d,
                        "measurementTime" : "10 s",
                        "measurementBatchSize" : 1,
                        "params" : {
                            "size" : "%d"
                        },
                        "primaryMetric" : %s,
                        "secondaryMetrics" : {
                            "gc.alloc.rate" : %s,
                            "gc.alloc.rate.norm" : %s,
                            "gc.count" : %s
                        }
                    }""".formatted(
                        number / 10,
                        number % 10,
                        forks,
                        ITERATIONS,
                        number,
                        metric(forks, level, 0.01, "ns/op", noise),
                        metric(forks, 900, 0.01, "MB/sec", noise),
                        metric(forks, bytes, 1e-7, "B/op", noise),
                        metric(forks, 12, 0, "counts", noise));
    }

    private static String metric(int forks, double level, double deviation, String unit, Random noise) {
        StringBuilder raw = new StringBuilder();
        for (int fork = 0; fork < forks; fork++) {
            double ofFork = level * Math.exp(deviation * noise.nextGaussian());
            double[] iterations = new double[ITERATIONS];
            Arrays.setAll(iterations, i -> ofFork * Math.exp(deviation * noise.nextGaussian()));
            raw.append(fork == 0 ? "" : ",")
                    .append("\n                [\n                    ")
                    .append(String.join(
                            ",\n                    ",
                            Arrays.stream(iterations).mapToObj(Double::toString).toList()))
                    .append("\n                ]");
        }
        return """
                {
                            "score" : %s,
                            "scoreError" : %s,
                            "scoreConfidence" : [
                                %s,
                                %s
                            ],
                            "scorePercentiles" : {
                                "0.0" : %s,
                                "50.0" : %s,
                                "90.0" : %s,
                                "95.0" : %s,
                                "99.0" : %s,
                                "100.0" : %s
                            },
                            "scoreUnit" : "%s",
                            "rawData" : [%s
                            ]
                        }""".formatted(level, level / 100, level, level, level, level, level, level, level, level, unit, raw);
    }

    private static int number(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
