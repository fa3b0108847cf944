package org.evenkeel.compare.stored;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.compare.samples.JvmFlags;
import org.evenkeel.kernel.Answer;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;

/** Asks a JVM what it is: version, vendor, collector, heap. It is started with the flags that the run will have. */
final class JvmFacts {

    private static final Pattern PROPERTY = Pattern.compile("^\\s+(java\\.[a-z.]+) = (.*)$");
    private static final Pattern FLAG = Pattern.compile("^\\s*\\S+\\s+(\\w+)\\s+:?=\\s+(\\S+)\\s.*$");
    private static final Pattern COLLECTOR = Pattern.compile("Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC");
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private JvmFacts() {}

    static void addIdentity(Path javaHome, List<String> jvmFlags, Map<String, String> facts) {
        facts.put("jvm.flags", JvmFlags.thatMatter(jvmFlags));
        Map<String, String> flags = new TreeMap<>();
        for (String line : ask(javaHome, jvmFlags)) {
            Matcher property = PROPERTY.matcher(line);
            if (property.matches()) {
                addProperty(property.group(1), property.group(2), facts);
            }
            Matcher flag = FLAG.matcher(line);
            if (flag.matches()) {
                flags.put(flag.group(1), flag.group(2));
            }
        }
        flags.forEach((flag, value) -> {
            Matcher collector = COLLECTOR.matcher(flag);
            if (collector.matches() && value.equals("true")) {
                facts.put("jvm.collector", collector.group(1));
            }
        });
        heap(flags.get("MaxHeapSize"), "jvm.heap.most", facts);
        heap(flags.get("InitialHeapSize"), "jvm.heap.first", facts);
    }

    private static void addProperty(String property, String value, Map<String, String> facts) {
        switch (property) {
            case "java.vm.name" -> facts.put("jvm.name", value);
            case "java.vm.version" -> facts.put("jvm.version", value);
            case "java.vendor" -> facts.put("jvm.vendor", value);
            default -> {}
        }
    }

    /** Heap sizes follow the memory that happens to be visible, so they are rounded to 64 MiB. */
    private static void heap(@org.jspecify.annotations.Nullable String bytes, String fact, Map<String, String> facts) {
        if (bytes != null && bytes.matches("\\d{1,18}")) {
            long quantum = 64L << 20;
            facts.put(fact, Math.max(1, (Long.parseLong(bytes) + quantum / 2) / quantum) * 64 + " MiB");
        }
    }

    /** What a JVM says last. */
    private static final Pattern VERSION = Pattern.compile("^\\S+ version \"");

    private static List<String> ask(Path javaHome, List<String> jvmFlags) {
        Path java = javaHome.resolve("bin").resolve("java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvmFlags);
        command.addAll(List.of("-XX:+PrintFlagsFinal", "-XshowSettings:properties", "-version"));
        try {
            Answer answer = Answer.of(new ProcessBuilder(command).redirectErrorStream(true), WITHIN);
            List<String> lines = answer.text().lines().toList();
            if (answer.status() != 0) {
                throw new BadInputException(java + " does not start with the flags " + jvmFlags + ": "
                        + (lines.isEmpty() ? "it says nothing" : lines.get(0)) + "; correct the flags");
            }
            if (lines.stream().noneMatch(line -> VERSION.matcher(line).find())) {
                throw new BadInputException(java + ": expected what it says of itself, found a part of it; try again");
            }
            return lines;
        } catch (IOException e) {
            throw new BadInputException(
                    java + " cannot be asked what it is: " + AtomicFiles.reason(e) + "; name the folder of a JDK", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInputException("interrupted while asking " + java + " what it is", e);
        }
    }
}
