package org.evenkeel.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the scheduler of a shard says in its environment variables. They are read for {@code --shard auto} only: a night
 * inside of some array job must not measure a part because nobody thought of the array.
 *
 * @param variables the environment of the process
 */
public record SchedulerVariables(Map<String, String> variables) {

    /** The index of the part. Ours win over a scheduler's. */
    public static final String INDEX = "EVENKEEL_SHARD";

    /** How many parts there are. */
    public static final String COUNT = "EVENKEEL_SHARDS";

    /** The name of the run that the parts are of. */
    public static final String RUN = "EVENKEEL_RUN";

    private static final List<Scheduler> SCHEDULERS = List.of(
            new Scheduler("Slurm", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", 0, "SLURM_ARRAY_JOB_ID"),
            new Scheduler("Kubernetes", "JOB_COMPLETION_INDEX", COUNT, 0, RUN),
            new Scheduler("GitLab", "CI_NODE_INDEX", "CI_NODE_TOTAL", 1, "CI_PIPELINE_ID"),
            new Scheduler(
                    "Buildkite", "BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0, "BUILDKITE_BUILD_ID"));

    /** @param first what it calls the first shard */
    private record Scheduler(String name, String index, String count, int first, String run) {}

    public SchedulerVariables {
        variables = Map.copyOf(variables);
    }

    /**
     * The shard that {@code --shard} names.
     *
     * @param text {@code I/N}, or auto, for what the scheduler says
     * @throws BadInputException when it is neither, or the scheduler says nothing possible
     */
    public Shard shard(String text) {
        return text.equals("auto") ? shard() : Shard.parse(text);
    }

    /**
     * The shard that this process is.
     *
     * @throws BadInputException when no scheduler says so, two do, or one says something impossible
     */
    Shard shard() {
        if (has(INDEX)) {
            return new Shard(number(INDEX), number(COUNT));
        }
        List<Scheduler> here =
                SCHEDULERS.stream().filter(one -> has(one.index())).toList();
        if (here.size() != 1) {
            throw new BadInputException("--shard auto: expected the variables of one scheduler, found "
                    + (here.isEmpty()
                            ? "none of " + INDEX + ", "
                                    + SCHEDULERS.stream().map(Scheduler::index).collect(Collectors.joining(", "))
                            : here.stream().map(Scheduler::index).collect(Collectors.joining(" and ")))
                    + "; give --shard I/N, or set " + INDEX + " and " + COUNT);
        }
        Scheduler scheduler = here.get(0);
        int index = number(scheduler.index()) - scheduler.first();
        int count = number(has(COUNT) ? COUNT : scheduler.count());
        if (index < 0 || index >= count) {
            throw new BadInputException("--shard auto: " + scheduler.name() + " says " + scheduler.index() + "="
                    + variables.get(scheduler.index()) + " of " + count + "; expected "
                    + scheduler.first() + " to " + (count - 1 + scheduler.first())
                    + "; when only some indices run again, set " + COUNT + " to the number of all shards");
        }
        return new Shard(index, count);
    }

    /** What the scheduler calls the whole run; empty where it has no name for it. */
    public Optional<String> run() {
        if (has(RUN)) {
            return Optional.of(variables.getOrDefault(RUN, ""));
        }
        return SCHEDULERS.stream()
                .filter(one -> has(one.index()))
                .map(Scheduler::run)
                .filter(this::has)
                .map(name -> variables.getOrDefault(name, ""))
                .findFirst()
                .or(() ->
                        has("GITHUB_RUN_ID") ? Optional.ofNullable(variables.get("GITHUB_RUN_ID")) : Optional.empty());
    }

    private boolean has(String name) {
        return !variables.getOrDefault(name, "").isBlank();
    }

    private int number(String name) {
        String text = variables.getOrDefault(name, "").strip();
        if (!text.matches("\\d{1,9}")) {
            throw new BadInputException("--shard auto: expected a whole number in " + name + ", found "
                    + (text.isEmpty() ? "nothing; set it to the number of all shards" : "\"" + text + '"'));
        }
        return Integer.parseInt(text);
    }
}
