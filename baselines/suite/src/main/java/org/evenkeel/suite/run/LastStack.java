package org.evenkeel.suite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the benchmark was, by a thread dump of its JVM.
 *
 * @param frames innermost first, as far as they are the benchmark's; at least one
 */
record LastStack(List<String> frames) {

    /** What a dump begins with. */
    static final String BEGIN = "Full thread dump";

    /** What comes last in it. */
    static final String END = "JNI global ref";

    /** Callers of a benchmark, as JMH names them. */
    private static final String WORKER = "-jmh-worker-";

    /** In front of the file: {@code park(java.base@17.0.15/LockSupport.java:211)}. */
    private static final Pattern MODULE = Pattern.compile("\\([\\w.]+(@[\\w.+-]+)?/");

    private static final int MOST_SHOWN = 3;

    LastStack {
        frames = List.copyOf(frames);
    }

    /** The stack of a caller that is in the benchmark, else of the main thread; empty where the output holds no dump. */
    static Optional<LastStack> in(String output) {
        int begin = output.lastIndexOf(BEGIN);
        if (begin < 0) {
            return Optional.empty();
        }
        List<String> main = List.of();
        String thread = "";
        List<String> frames = new ArrayList<>();
        for (String line : (output.substring(begin) + "\n\"\"").split("\\R", -1)) {
            if (line.startsWith("\"")) {
                List<String> own = own(frames);
                if (thread.contains(WORKER) && own.stream().anyMatch(frame -> !isOfTheJdk(frame))) {
                    return Optional.of(new LastStack(own));
                }
                if (thread.startsWith("\"main\"") && !frames.isEmpty()) {
                    main = own.isEmpty() ? frames : own;
                }
                thread = line;
                frames = new ArrayList<>();
            } else if (line.strip().startsWith("at ")) {
                frames.add(
                        MODULE.matcher(line.strip().substring("at ".length())).replaceFirst("("));
            }
        }
        return main.isEmpty() ? Optional.empty() : Optional.of(new LastStack(main));
    }

    /** Whether a method of this class is among the frames. */
    boolean isIn(String className) {
        return frames.stream().anyMatch(frame -> frame.startsWith(className + "."));
    }

    /** The innermost frame, and the next ones that are not the JDK's. */
    @Override
    public String toString() {
        List<String> shown = new ArrayList<>(List.of(frames.get(0)));
        frames.stream()
                .skip(1)
                .filter(frame -> !isOfTheJdk(frame))
                .limit(MOST_SHOWN - 1)
                .forEach(shown::add);
        return String.join(", called by ", shown);
    }

    /** The frames above the first of JMH. */
    private static List<String> own(List<String> frames) {
        return frames.stream().takeWhile(frame -> !isOfJmh(frame)).toList();
    }

    private static boolean isOfJmh(String frame) {
        return frame.startsWith("org.openjdk.jmh.") || frame.contains(".jmh_generated.");
    }

    private static boolean isOfTheJdk(String frame) {
        return frame.startsWith("java.") || frame.startsWith("jdk.") || frame.startsWith("sun.");
    }
}
