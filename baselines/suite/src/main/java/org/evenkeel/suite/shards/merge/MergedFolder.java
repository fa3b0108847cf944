package org.evenkeel.suite.shards.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Trees;
import org.evenkeel.suite.command.MergedRun;
import org.evenkeel.suite.command.Remembered;
import org.evenkeel.suite.shards.run.Durations;

/** Writes the folder of a run as one machine would have left it, beside its place first, so that it is there whole or not at all. */
final class MergedFolder {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Those of a shard that compared, kept as they are. */
    private static final List<String> REPORTS =
            List.of("report.html", "report.md", "comparison.json", "junit.xml", "history.json");

    private final ShardSet shards;
    private final Path folder;

    private MergedFolder(ShardSet shards, Path folder) {
        this.shards = shards;
        this.folder = folder;
    }

    /**
     * Writes it.
     *
     * @param out must not exist, or be an empty folder
     */
    static void write(ShardSet shards, Path out) {
        Path absolute = out.toAbsolutePath().normalize();
        Path temporary = absolute.resolveSibling(
                "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            if (Files.isDirectory(absolute) && !isEmpty(absolute)) {
                throw new BadInputException(
                        "--out " + out + ": expected a new or empty folder, found files in it; choose" + " another");
            }
            Files.createDirectories(temporary.resolve("parts"));
            new MergedFolder(shards, temporary).fill();
            Files.deleteIfExists(absolute);
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BadInputException(
                    "--out " + out + ": cannot be written: " + AtomicFiles.reason(e) + "; choose another folder", e);
        } finally {
            Trees.deleteIfPossible(temporary);
        }
    }

    private void fill() throws IOException {
        ShardFolder first = shards.folders().stream()
                .filter(one -> !one.shard().ownPaths().isEmpty())
                .findFirst()
                .orElseThrow();
        AtomicFiles.write(folder.resolve("plan.txt"), first.shard().signature() + "\n");
        // The whole is no part any more.
        Remembered.copy(first.folder(), folder, Set.of("--shard", "--run-id", "--durations"));
        List<String> results = new ArrayList<>();
        for (ShardFolder shard : shards.folders()) {
            for (Path part : shard.parts()) {
                copy(part, folder.resolve("parts").resolve(String.valueOf(part.getFileName())));
            }
            for (String benchmark : shard.shard().benchmarks()) {
                if (Files.isRegularFile(shard.part(benchmark))) {
                    String array = Files.readString(shard.part(benchmark)).strip();
                    results.add(array.substring(1, array.length() - 1));
                }
            }
        }
        AtomicFiles.write(folder.resolve(SessionFiles.JMH), "[" + String.join(",", results) + "]\n");
        environment(first);
        arrays(SessionFiles.INVALID);
        arrays(SessionFiles.LEAKCHECK);
        durations();
        if (first.shard().command().equals("check")) {
            comparisons();
        }
        AtomicFiles.write(folder.resolve("night-id.txt"), id() + "\n");
        AtomicFiles.write(folder.resolve(MergedRun.FILE), merged());
    }

    private void environment(ShardFolder first) throws IOException {
        Environment environment = first.environment()
                .orElseThrow(() -> new BadInputException(first.folder() + ": expected " + SessionFiles.ENVIRONMENT
                        + ", found none; run its index again"));
        List<Double> micros = new ArrayList<>();
        try (Stream<Path> parts = Files.list(folder.resolve("parts"))) {
            for (Path part :
                    parts.filter(file -> file.toString().endsWith(".yardstick")).toList()) {
                String text = Files.readString(part).strip();
                if (text.matches("\\d{1,12}\\.\\d")) {
                    micros.add(Double.valueOf(text));
                }
            }
        }
        Collections.sort(micros);
        AtomicFiles.write(
                folder.resolve(SessionFiles.ENVIRONMENT),
                EnvironmentJson.write(
                        micros.isEmpty()
                                ? environment
                                : MachineSpeed.in(
                                        environment,
                                        micros.get(micros.size() / 2),
                                        System.getProperty("java.vm.version"))));
    }

    /** What one shard wrote as an object, or several as arrays, as one array. */
    private void arrays(String name) throws IOException {
        ArrayNode all = MAPPER.createArrayNode();
        for (ShardFolder shard : shards.folders()) {
            Path file = shard.folder().resolve(name);
            if (Files.isRegularFile(file)) {
                JsonNode json = MAPPER.readTree(Files.readAllBytes(file));
                if (json.isArray()) {
                    json.forEach(all::add);
                } else {
                    all.add(json);
                }
            }
        }
        if (!all.isEmpty()) {
            AtomicFiles.write(folder.resolve(name), all.toPrettyString() + "\n");
        }
    }

    private void durations() {
        SortedMap<String, Double> seconds = new TreeMap<>();
        for (ShardFolder shard : shards.folders()) {
            if (Files.isRegularFile(shard.folder().resolve(Durations.FILE))) {
                seconds.putAll(Durations.read(shard.folder()).seconds());
            }
        }
        AtomicFiles.write(folder.resolve(Durations.FILE), new Durations(seconds).json());
    }

    private void comparisons() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (ShardFolder shard : shards.folders()) {
            Path file = shard.folder().resolve("comparison.json");
            if (Files.isRegularFile(file)) {
                all.add(MAPPER.readTree(Files.readAllBytes(file)));
                Path kept = Files.createDirectories(folder.resolve("shard-" + shard.index()));
                for (String report : REPORTS) {
                    copy(shard.folder().resolve(report), kept.resolve(report));
                }
                Path markdown = shard.folder().resolve("report.md");
                if (Files.isRegularFile(markdown)) {
                    text.append(Files.readString(markdown).strip()).append("\n\n");
                }
            }
        }
        AtomicFiles.write(folder.resolve("report.md"), text.toString());
        AtomicFiles.write(
                folder.resolve("comparison.json"), MergedComparison.of(all).toPrettyString() + "\n");
    }

    /** The same whenever the same shards are merged, so that their night is stored once. */
    private String id() {
        String ids =
                shards.folders().stream().map(one -> one.shard().id()).sorted().collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String merged() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schemaVersion", 1);
        json.put("command", shards.folders().get(0).shard().command());
        json.put("code", shards.folders().get(0).shard().code());
        ArrayNode all = json.putArray("shards");
        ObjectNode broken = json.putObject("broken");
        for (ShardFolder shard : shards.folders()) {
            ObjectNode one = all.addObject();
            one.put("index", shard.index());
            one.put("host", shard.shard().host().name());
            one.put("startMillis", shard.shard().startMillis());
            one.put("endMillis", shard.shard().endMillis());
            shard.shard().broken().forEach(broken::put);
        }
        return json.toPrettyString() + "\n";
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.copy(from, to);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
