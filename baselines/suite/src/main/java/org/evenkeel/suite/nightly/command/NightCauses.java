package org.evenkeel.suite.nightly.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.suite.bisect.Bisect;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.Alarm;
import org.evenkeel.suite.plan.PlainBenchmark;
import org.evenkeel.suite.plan.PlannedBenchmark;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.why.Why;

/**
 * From the alarms of a night to commits and frames: searches each with {@code bisect}, and explains the commit that was found beside its
 * parent with {@code why}, as somebody would in the morning, within the time that was given.
 */
public final class NightCauses {

    /** Folders of what was searched, in that of the night. */
    private static final String SEARCHES = "bisect";

    /** The page of the night links to flame graphs in here. */
    private static final String PROFILES = "profiles";

    /** What an explanation takes about, which has to be kept when searching. */
    private static final Duration EXPLANATION = Duration.ofMinutes(3);

    private static final Duration LEAST = Duration.ofSeconds(20);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RunPlan plan;
    private final Path folder;
    private final List<String> common;
    private final PrintWriter err;
    private final LongSupplier clock;
    private final long endNanos;

    /**
     * The causes of one night.
     *
     * @param plan what the night measured
     * @param folder of the night
     * @param common options that both commands take: which jar, how it is built, which JVM
     * @param budget time for all of it
     * @param clock nanoseconds that only go on
     */
    public NightCauses(
            RunPlan plan, Path folder, List<String> common, Duration budget, PrintWriter err, LongSupplier clock) {
        this.plan = plan;
        this.folder = folder;
        this.common = List.copyOf(common);
        this.err = err;
        this.clock = clock;
        this.endNanos = clock.getAsLong() + budget.toNanos();
    }

    /** What is searched for: one benchmark between two commits. */
    private record Search(List<String> benchmark, String good, String bad, boolean isLeak) {}

    /**
     * What is said of each alarm, by the benchmark that it is of, in words that go on after it.
     *
     * @param nights all of them, this one last
     */
    public Map<Identity, String> ofAlarms(List<Alarm> alarms, List<Night> nights) throws IOException {
        Map<String, List<Alarm>> bySubject = new LinkedHashMap<>();
        alarms.forEach(alarm -> bySubject
                .computeIfAbsent(alarm.identity().path(), absent -> new ArrayList<>())
                .add(alarm));
        Map<Identity, String> said = new LinkedHashMap<>();
        int left = bySubject.size();
        for (List<Alarm> ofOne : bySubject.values()) {
            // Few callers are measured soonest, and tell the most.
            Alarm first = ofOne.stream()
                    .min((one, other) -> Integer.compare(
                            one.identity().threads(), other.identity().threads()))
                    .orElseThrow();
            String cause = search(first, nights, share(left));
            ofOne.forEach(alarm -> said.put(alarm.identity(), cause));
            left--;
        }
        return said;
    }

    /** The same of what leaks; empty where the commit was not found. */
    public Optional<String> ofLeak(String subject, List<Night> nights) throws IOException {
        Night tonight = nights.get(nights.size() - 1);
        Optional<String> good = commitBefore(tonight.run(), tonight.commit(), nights);
        Optional<List<String>> benchmark = options(subject);
        if (good.isEmpty() || benchmark.isEmpty() || tonight.commit().isEmpty()) {
            return Optional.empty();
        }
        return run(new Search(benchmark.get(), good.get(), tonight.commit(), true), subject, share(1))
                .map(commit -> subject + " leaks since " + commit);
    }

    private String search(Alarm alarm, List<Night> nights, Duration time) throws IOException {
        String bad = alarm.night().map(Night::commit).orElse("");
        Optional<String> good = commitBefore(alarm.run(), bad, nights);
        if (bad.isEmpty() || good.isEmpty()) {
            return "; no commit to search from is known: the nights before have no other";
        }
        Search search = new Search(options(alarm.identity()), good.get(), bad, false);
        return run(search, alarm.identity().path(), time)
                .map(commit -> "; it came with " + commit)
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "; the commit between %s and %s was not found in time, see %s",
                        BaseCommit.shortened(good.get()),
                        BaseCommit.shortened(bad),
                        folder.resolve(SEARCHES)));
    }

    /** The commit, and the frame where that is known; empty where there is no single commit. */
    private Optional<String> run(Search search, String subject, Duration time) throws IOException {
        String name = subject.replaceAll("[^A-Za-z0-9.=-]", "_");
        Path place = folder.resolve(SEARCHES).resolve(name);
        List<String> bisect = new ArrayList<>(List.of("--good", search.good(), "--bad", search.bad()));
        bisect.addAll(search.benchmark());
        bisect.addAll(common);
        Duration searching =
                time.compareTo(EXPLANATION.multipliedBy(2)) > 0 ? time.minus(EXPLANATION) : time.dividedBy(2);
        bisect.addAll(List.of("--budget", seconds(searching), "--step", seconds(searching.dividedBy(2)), "--out"));
        bisect.add(place.toString());
        if (search.isLeak()) {
            bisect.add("--leak");
        }
        command(new Bisect(), bisect, place);
        Path found = place.resolve("bisect.json");
        if (!Files.isRegularFile(found)) {
            return Optional.empty();
        }
        JsonNode answer = MAPPER.readTree(Files.readAllBytes(found));
        if (!answer.hasNonNull("commit")) {
            return Optional.empty();
        }
        String commit = PlainText.line(answer.path("commit").asText());
        return Optional.of(
                search.isLeak()
                        ? commit
                        : commit + why(search, answer.path("suspects").path(0).asText(), name));
    }

    private String why(Search search, String commit, String name) throws IOException {
        Path place = folder.resolve(PROFILES).resolve(name);
        List<String> why = new ArrayList<>(List.of(commit + "~1", commit));
        why.addAll(search.benchmark());
        why.addAll(common);
        why.addAll(List.of("--most", "1", "--out", place.toString()));
        command(new Why(), why, place);
        Path found = place.resolve("why.json");
        if (!Files.isRegularFile(found)) {
            return "";
        }
        String text = MAPPER.readTree(Files.readAllBytes(found))
                .path("explanations")
                .path(0)
                .path("text")
                .asText("");
        return text.isEmpty() ? "" : ": " + PlainText.line(text);
    }

    private void command(Object command, List<String> arguments, Path place) throws IOException {
        Files.createDirectories(place.resolveSibling(""));
        StringWriter out = new StringWriter();
        String said = command.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + String.join(" ", arguments);
        err.println("nightly: " + said);
        err.flush();
        int status = Commands.run(command, arguments.toArray(String[]::new), new PrintWriter(out, true), err);
        Files.createDirectories(place);
        Files.writeString(place.resolve("said.txt"), said + "\n" + out + "status " + status + "\n");
    }

    /** The newest commit before a night that is another than the night's own. */
    private static Optional<String> commitBefore(int run, String commit, List<Night> nights) {
        for (int i = nights.size() - 1; i >= 0; i--) {
            Night night = nights.get(i);
            if (night.run() < run
                    && !night.commit().isEmpty()
                    && !night.commit().equals(commit)) {
                return Optional.of(night.commit());
            }
        }
        return Optional.empty();
    }

    private static List<String> options(Identity identity) {
        List<String> options = new ArrayList<>();
        String path = identity.params().get("path");
        if (path != null && identity.benchmark().startsWith(PlannedBenchmark.BENCHMARK_CLASS + ".")) {
            options.addAll(List.of("--path", path, "--form"));
            options.add(identity.benchmark().substring(PlannedBenchmark.BENCHMARK_CLASS.length() + 1));
            return options;
        }
        options.addAll(List.of("--benchmark", "^" + identity.benchmark() + "$"));
        identity.params().forEach((name, value) -> options.addAll(List.of("--param", name + "=" + value)));
        return options;
    }

    private Optional<List<String>> options(String subject) {
        if (plan.plain().isEmpty()) {
            return Optional.of(List.of("--path", subject));
        }
        return plan.plain().stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .map(one -> options(one));
    }

    private static List<String> options(PlainBenchmark one) {
        return options(new Identity(one.benchmark(), one.mode(), 1, one.params(), "score"));
    }

    /** An even share of the time that is left. */
    private Duration share(int searches) {
        Duration left =
                Duration.ofNanos(Math.max(0, endNanos - clock.getAsLong())).dividedBy(Math.max(1, searches));
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    private static String seconds(Duration time) {
        return Math.max(1, time.toSeconds()) + "s";
    }
}
