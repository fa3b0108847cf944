package org.evenkeel.suite.shards.merge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.compare.samples.JmhReader;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.run.JmhResult;
import org.evenkeel.suite.shards.run.ShardRecord;

/**
 * The folder of a shard that came to its end.
 *
 * @param folder where it is
 * @param shard what it says of itself
 */
record ShardFolder(Path folder, ShardRecord shard) {

    private static final String PARTS = "parts";

    /**
     * The ended shards at some places: each is the folder of a shard, or holds such folders. A shard that was killed has
     * left no word of its own and is passed over.
     *
     * @throws BadInputException when a place is no folder
     */
    static List<ShardFolder> at(List<Path> places) {
        List<ShardFolder> found = new ArrayList<>();
        for (Path place : places) {
            if (!Files.isDirectory(place)) {
                throw new BadInputException(
                        place + ": expected the folder of a shard, or one that holds such folders, found "
                                + (Files.exists(place) ? "a file" : "nothing there"));
            }
            Optional<ShardRecord> own = ShardRecord.in(place);
            if (own.isPresent()) {
                found.add(new ShardFolder(place, own.get()));
            } else {
                children(place)
                        .forEach(child ->
                                ShardRecord.in(child).ifPresent(shard -> found.add(new ShardFolder(child, shard))));
            }
        }
        return found;
    }

    private static List<Path> children(Path place) {
        try (Stream<Path> children = Files.list(place)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new BadInputException(place + " cannot be listed: " + AtomicFiles.reason(e), e);
        }
    }

    int index() {
        return shard.shard().index();
    }

    /** What it was to measure, neither measured nor known to be broken; a shard that compared has been complete in itself. */
    List<String> missing() {
        if (shard.command().equals("check")) {
            boolean isWhole = shard.ownPaths().isEmpty() || Files.isRegularFile(folder.resolve("comparison.json"));
            return isWhole ? List.of() : List.of("comparison.json");
        }
        return shard.benchmarks().stream()
                .filter(benchmark -> !shard.broken().containsKey(benchmark))
                .filter(benchmark -> !JmhResult.isWhole(part(benchmark)))
                .toList();
    }

    /** Where a benchmark's result is. */
    Path part(String benchmark) {
        return folder.resolve(PARTS).resolve(benchmark + ".json");
    }

    /** All files of its parts. */
    List<Path> parts() {
        Path parts = folder.resolve(PARTS);
        if (!Files.isDirectory(parts)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parts)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new BadInputException(parts + " cannot be listed: " + AtomicFiles.reason(e), e);
        }
    }

    /** Where it was measured; empty for a shard that had nothing to measure. */
    Optional<Environment> environment() {
        Path file = folder.resolve(SessionFiles.ENVIRONMENT);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(EnvironmentJson.read(in, file.toString()));
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    /** What its environment and its first result say about machine, JVM and JMH; empty where nothing was measured. */
    SortedMap<String, String> facts() {
        SortedMap<String, String> facts = new TreeMap<>();
        environment().ifPresent(environment -> facts.putAll(environment.identity()));
        Optional<String> first = shard.benchmarks().stream()
                .filter(benchmark -> Files.isRegularFile(part(benchmark)))
                .findFirst();
        if (first.isPresent()) {
            try (InputStream in = Files.newInputStream(part(first.get()))) {
                Session session = JmhReader.read(in, part(first.get()).toString());
                session.series().values().stream().limit(1).forEach(series -> facts.putAll(series.facts()));
            } catch (IOException e) {
                throw new BadInputException(part(first.get()) + " cannot be read: " + AtomicFiles.reason(e), e);
            }
        }
        return facts;
    }
}
