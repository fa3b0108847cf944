package org.evenkeel.suite.load.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.suite.load.run.worker.Think;
import org.evenkeel.workload.BadPathException;
import org.evenkeel.workload.PathSpec;

/** Reads a scenario. Every key, name, unit and range is checked here, so that a run that starts is one that can be judged. */
public final class ScenarioReader {

    /** Keys of a scenario; the JSON schema beside the presets has the same. */
    static final List<String> SCENARIO = List.of(
            "scenario", "description", "seed", "warmup", "users", "phases", "objectives", "valid", "leaks", "knee");

    static final List<String> USER = List.of("name", "weight", "think", "tasks");
    static final List<String> TASK = List.of("name", "weight", "path", "workload", "request", "batch");
    static final List<String> TARGETS = List.of("path", "workload", "request");
    static final List<String> PHASE = List.of("name", "closed", "open", "burst", "for");
    static final List<String> CLOSED = List.of("users", "spawn");
    static final List<String> OPEN = List.of("rate", "arrivals", "callers");
    static final List<String> BURST = List.of("users", "times", "every");
    static final List<String> OBJECTIVE = List.of("metric", "phase", "user", "task", "better", "target", "acceptable");
    static final List<String> VALID = List.of("lag", "driver");
    static final List<String> KNEE = List.of("refine");

    private static final int MOST_USERS = 20_000;
    private static final int MOST_TIMES = 100_000;
    private static final int MOST_BATCH = 1_000_000;
    private static final int MOST_REFINEMENTS = 10;
    private static final int CALLERS = 100;

    /** For bursts, after the last of which nothing comes. */
    private static final Duration ONE_BURST = Duration.ofSeconds(1);

    private ScenarioReader() {}

    /**
     * Reads a whole file.
     *
     * @param source its name, for messages
     * @throws org.evenkeel.kernel.BadInputException when it is not a scenario; the message says where and why
     */
    public static Scenario read(String text, String source) {
        YamlNode root = YamlNode.document(text, source, "the scenario").keys(SCENARIO);
        String name = root.get("scenario").name();
        List<UserType> users = root.has("users") ? users(root.get("users")) : List.of(anybody());
        List<Phase> phases = phases(root.get("phases"));
        List<LoadObjective> objectives = new ArrayList<>();
        root.find("objectives")
                .ifPresent(all ->
                        all.elements("an objective").forEach(one -> objectives.add(objective(one, users, phases))));
        return new Scenario(
                name,
                root.find("description").map(YamlNode::text).orElse(""),
                root.find("seed")
                        .map(seed -> (long) seed.whole(0, Integer.MAX_VALUE))
                        .orElse(1L),
                root.find("warmup").map(Values::time).orElse(Duration.ZERO),
                users,
                phases,
                objectives,
                root.find("valid").map(ScenarioReader::validity).orElse(Scenario.Validity.DEFAULT),
                root.find("leaks").map(YamlNode::flag).orElse(false),
                root.find("knee").map(ScenarioReader::knee));
    }

    private static UserType anybody() {
        return new UserType("user", 1, Think.NONE, List.of(request()));
    }

    private static UserType.Task request() {
        return new UserType.Task("request", 1, Optional.empty(), 1);
    }

    private static List<UserType> users(YamlNode list) {
        List<UserType> users = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : list.elements("a kind of users")) {
            node.keys(USER);
            String name = unique(node.get("name"), names);
            List<UserType.Task> tasks = new ArrayList<>();
            Set<String> ofTasks = new HashSet<>();
            node.find("tasks")
                    .ifPresent(all -> all.elements("a task of " + name).forEach(one -> tasks.add(task(one, ofTasks))));
            users.add(new UserType(
                    name,
                    node.find("weight").map(YamlNode::positive).orElse(1.0),
                    node.find("think").map(ScenarioReader::think).orElse(Think.NONE),
                    tasks.isEmpty() ? List.of(request()) : tasks));
        }
        return users;
    }

    private static UserType.Task task(YamlNode node, Set<String> names) {
        node.keys(TASK);
        if (TARGETS.stream().filter(node::has).count() > 1) {
            throw node.error(node.what() + ": expected one of \"path\", \"workload\" and \"request\", found several");
        }
        if (node.has("request") && node.has("batch")) {
            throw node.error(node.what() + ": a request has no \"batch\"");
        }
        Optional<Target> path = node.find("path").map(ScenarioReader::path);
        Optional<Target> target = path.or(() -> node.find("workload").map(one -> new Target.Workload(one.text())))
                .or(() -> node.find("request").map(RequestReader::read));
        return new UserType.Task(
                unique(node.get("name"), names),
                node.find("weight").map(YamlNode::positive).orElse(1.0),
                target,
                node.find("batch").map(batch -> batch.whole(1, MOST_BATCH)).orElse(1));
    }

    private static Target path(YamlNode node) {
        try {
            return Target.path(PathSpec.parse(node.text()).toString());
        } catch (BadPathException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
    }

    private static Think think(YamlNode node) {
        if (!node.isMapping()) {
            long nanos = Values.time(node).toNanos();
            return new Think(Think.Kind.FIXED, nanos, nanos);
        }
        node.keys(List.of("fixed", "uniform", "exponential"));
        if (node.has("uniform")) {
            List<YamlNode> bounds = node.get("uniform").elements("a bound of the think time");
            if (bounds.size() != 2) {
                throw node.error(node.what() + ": expected two times such as [1s, 5s], found " + bounds.size());
            }
            long from = Values.time(bounds.get(0)).toNanos();
            long to = Values.time(bounds.get(1)).toNanos();
            if (to < from) {
                throw node.error(node.what() + ": expected the shorter time first, found "
                        + bounds.get(0).text() + " before " + bounds.get(1).text());
            }
            return new Think(Think.Kind.UNIFORM, from, to);
        }
        boolean exponential = node.has("exponential");
        long nanos =
                Values.time(node.get(exponential ? "exponential" : "fixed")).toNanos();
        return new Think(exponential ? Think.Kind.EXPONENTIAL : Think.Kind.FIXED, nanos, nanos);
    }

    private static List<Phase> phases(YamlNode list) {
        List<Phase> phases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : list.elements("a phase")) {
            node.keys(PHASE);
            long kinds = List.of("closed", "open", "burst").stream()
                    .filter(node::has)
                    .count();
            if (kinds != 1) {
                throw node.error("a phase: expected one of \"closed\", \"open\" and \"burst\", found "
                        + (kinds == 0 ? "none" : kinds));
            }
            String name = unique(node.get("name"), names);
            if (node.has("burst")) {
                phases.add(bursts(name, node));
            } else {
                Phase.Arrivals arrivals = node.has("closed") ? closed(node.get("closed")) : open(node.get("open"));
                phases.add(new Phase(name, arrivals, Values.length(node.get("for"))));
            }
        }
        return phases;
    }

    private static Phase.Closed closed(YamlNode node) {
        node.keys(CLOSED);
        return new Phase.Closed(
                node.get("users").whole(1, MOST_USERS),
                node.find("spawn").map(Values::rate).orElse(0.0));
    }

    private static Phase.Open open(YamlNode node) {
        node.keys(OPEN);
        String arrivals = node.find("arrivals").map(YamlNode::text).orElse("poisson");
        if (!arrivals.equals("poisson") && !arrivals.equals("constant")) {
            throw node.get("arrivals").error("arrivals: expected poisson or constant, found \"" + arrivals + "\"");
        }
        return new Phase.Open(
                Values.rate(node.get("rate")),
                arrivals.equals("poisson"),
                node.find("callers")
                        .map(callers -> callers.whole(1, MOST_USERS))
                        .orElse(CALLERS));
    }

    private static Phase bursts(String name, YamlNode phase) {
        YamlNode node = phase.get("burst").keys(BURST);
        if (phase.has("for")) {
            throw phase.get("for").error("a phase of bursts lasts \"times\" times \"every\"; leave \"for\" out");
        }
        int times = node.find("times").map(one -> one.whole(1, MOST_TIMES)).orElse(1);
        if (times > 1 && !node.has("every")) {
            throw node.error("several bursts need \"every\", the time from one to the next");
        }
        Duration every = node.find("every").map(Values::length).orElse(ONE_BURST);
        return new Phase(
                name,
                new Phase.Bursts(node.get("users").whole(1, MOST_USERS), times, every),
                every.multipliedBy(times));
    }

    private static LoadObjective objective(YamlNode node, List<UserType> users, List<Phase> phases) {
        node.keys(OBJECTIVE);
        String written = node.get("metric").text();
        LoadMetric metric = LoadMetric.written(written)
                .orElseThrow(() -> node.get("metric")
                        .error("unknown metric \"" + written + "\"; expected one of "
                                + String.join(", ", LoadMetric.WRITTEN)));
        node.find("phase")
                .ifPresent(one -> known(one, phases.stream().map(Phase::name).toList()));
        node.find("user")
                .ifPresent(one -> known(one, users.stream().map(UserType::name).toList()));
        node.find("task")
                .ifPresent(one -> known(
                        one,
                        users.stream()
                                .flatMap(user -> user.tasks().stream())
                                .map(UserType.Task::name)
                                .toList()));
        boolean ofOne = node.has("user") || node.has("task");
        if (ofOne && metric.kind().isOfThePhase()) {
            throw node.error(written + " is one of the whole phase; leave \"user\" and \"task\" out");
        }
        String better =
                node.find("better").map(YamlNode::text).orElse(metric.kind().largerIsBetter() ? "larger" : "smaller");
        if (!better.equals("larger") && !better.equals("smaller")) {
            throw node.get("better").error("better: expected larger or smaller, found \"" + better + "\"");
        }
        double target = Values.of(metric.kind().unit(), node.get("target"));
        double acceptable = node.find("acceptable")
                .map(one -> Values.of(metric.kind().unit(), one))
                .orElse(target);
        boolean larger = better.equals("larger");
        if (larger ? acceptable > target : acceptable < target) {
            throw node.get("acceptable")
                    .error("expected an acceptable value that is worse than the target of "
                            + node.get("target").text() + ", found "
                            + node.get("acceptable").text());
        }
        return new LoadObjective(
                metric,
                node.find("phase").map(YamlNode::text),
                node.find("user").map(YamlNode::text),
                node.find("task").map(YamlNode::text),
                larger,
                target,
                acceptable);
    }

    private static void known(YamlNode node, List<String> names) {
        if (!names.contains(node.text())) {
            throw node.error(
                    node.what() + ": there is no \"" + node.text() + "\"; expected one of " + String.join(", ", names));
        }
    }

    private static Scenario.Validity validity(YamlNode node) {
        node.keys(VALID);
        return new Scenario.Validity(
                node.find("lag").map(Values::share).orElse(Scenario.Validity.DEFAULT.mostLag()),
                node.find("driver").map(Values::share).orElse(Scenario.Validity.DEFAULT.mostDriver()));
    }

    private static Scenario.Knee knee(YamlNode node) {
        node.keys(KNEE);
        return new Scenario.Knee(
                node.find("refine").map(one -> one.whole(0, MOST_REFINEMENTS)).orElse(0));
    }

    private static String unique(YamlNode node, Set<String> names) {
        String name = node.name();
        if (!names.add(name)) {
            throw node.error(node.what() + ": \"" + name + "\" is there twice; names are of one each");
        }
        return name;
    }
}
