package org.evenkeel.suite.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.RunBenchmark;

/**
 * A run that was merged from shards, for commands that go on with its folder: nothing of it is measured on this host.
 *
 * @param environment where the shards were measured
 * @param reasons why benchmarks gave no number, by file name
 */
public record MergedRun(Environment environment, SortedMap<String, String> reasons) {

    /** The file that tells such a folder. */
    public static final String FILE = "merged.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The merged run in a folder; empty for any other folder. */
    public static Optional<MergedRun> in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Path where = folder.resolve(SessionFiles.ENVIRONMENT);
        try (InputStream in = Files.newInputStream(where)) {
            SortedMap<String, String> reasons = new TreeMap<>();
            JsonNode json = MAPPER.readTree(Files.readAllBytes(file));
            json.path("broken")
                    .properties()
                    .forEach(one -> reasons.put(one.getKey(), one.getValue().asText()));
            return Optional.of(new MergedRun(EnvironmentJson.read(in, where.toString()), reasons));
        } catch (IOException e) {
            throw new BadInputException(
                    folder + ": expected a run that scripts/merge made, but: " + AtomicFiles.reason(e)
                            + "; merge again",
                    e);
        }
    }

    /** Why benchmarks of a plan gave no number. */
    public Map<RunBenchmark, String> broken(Collection<? extends RunBenchmark> plan) {
        Map<RunBenchmark, String> broken = new LinkedHashMap<>();
        plan.forEach(benchmark -> {
            String reason = reasons.get(benchmark.fileName());
            if (reason != null) {
                broken.put(benchmark, reason);
            }
        });
        return broken;
    }
}
