package org.evenkeel.suite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.compare.samples.Form;

/**
 * What one run measures.
 *
 * @param paths hot paths, none twice
 * @param forms the forms to measure of them
 * @param plain benchmarks of somebody's own JMH jar; a run is of these, or of hot paths
 * @param profile the time to take
 * @param jvmArguments arguments of every measured JVM
 */
public record RunPlan(
        List<PlannedPath> paths,
        List<Form> forms,
        List<PlainBenchmark> plain,
        Profile profile,
        List<String> jvmArguments) {

    /** What {@link #signature} writes. */
    private static final Pattern SIGNATURE =
            Pattern.compile("paths=\\[(?<paths>.*)] forms=\\[(?<forms>.*)] profile=\\S+ jvmArguments=\\[.*]"
                    + "|benchmarks=\\[(?<plain>.*)] profile=\\S+ jvmArguments=\\[.*]");

    public RunPlan {
        paths = List.copyOf(paths);
        forms = List.copyOf(forms);
        plain = List.copyOf(plain);
        jvmArguments = List.copyOf(jvmArguments);
        if (plain.isEmpty() ? paths.isEmpty() || forms.isEmpty() : !paths.isEmpty() || !forms.isEmpty()) {
            throw new IllegalArgumentException(
                    "a plan needs at least one path and one form, or benchmarks and neither");
        }
    }

    /** Hot paths. */
    public RunPlan(List<PlannedPath> paths, List<Form> forms, Profile profile, List<String> jvmArguments) {
        this(paths, forms, List.of(), profile, jvmArguments);
    }

    /** Benchmarks of somebody's own JMH jar. */
    public static RunPlan ofPlain(List<PlainBenchmark> plain, Profile profile, List<String> jvmArguments) {
        return new RunPlan(List.of(), List.of(), plain, profile, jvmArguments);
    }

    /** All benchmarks, in the order in which they run. */
    public List<RunBenchmark> benchmarks() {
        return plain.isEmpty() ? List.copyOf(ofHotPaths()) : List.copyOf(plain);
    }

    /** What leak checks and reports call the things that are measured, whatever their form or mode. */
    public List<String> subjects() {
        return plain.isEmpty()
                ? paths.stream().map(path -> path.spec().toString()).toList()
                : plain.stream().map(PlainBenchmark::subject).distinct().toList();
    }

    /** The benchmarks behind hot paths, in the order in which they run. */
    public List<PlannedBenchmark> ofHotPaths() {
        List<PlannedBenchmark> benchmarks = new ArrayList<>();
        for (PlannedPath path : paths) {
            for (Form form : forms) {
                for (Measure measure : Measure.values()) {
                    benchmarks.add(new PlannedBenchmark(path, form, measure));
                }
            }
        }
        return benchmarks;
    }

    /** The paths and forms of the plan with this signature, in words; a text that is no signature is left as it is. */
    public static String subject(String signature) {
        Matcher matcher = SIGNATURE.matcher(signature.strip());
        if (!matcher.matches()) {
            return signature.strip();
        }
        return matcher.group("plain") != null
                ? matcher.group("plain")
                : matcher.group("paths") + ", " + matcher.group("forms");
    }

    /** A line that two plans share only when the one can go on from what the other measured. */
    public String signature() {
        if (!plain.isEmpty()) {
            return "benchmarks="
                    + plain.stream()
                            .map(one ->
                                    one.benchmark() + (one.params().isEmpty() ? "" : one.params()) + " " + one.mode())
                            .toList()
                    + " profile=" + profile.name() + " jvmArguments=" + jvmArguments;
        }
        return "paths=" + paths.stream().map(PlannedPath::withFaults).toList() + " forms=" + forms + " profile="
                + profile.name() + " jvmArguments=" + jvmArguments;
    }
}
