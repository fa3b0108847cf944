package org.evenkeel.suite.ab.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.ab.run.AbFolder;
import org.evenkeel.suite.ab.verdict.ForkInTurnReader;

/**
 * A block that was recorded: one fork of each side, which took turns.
 *
 * @param base one fork
 * @param current the other one, of the same benchmark
 * @param took how long both took
 */
record RecordedBlock(Fork base, Fork current, Duration took) {

    /** What a file of packed blocks is called: in each line of it one block as JSON. */
    private static final String PACKED = ".jsonl.gz";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    RecordedBlock {
        if (!base.identity().equals(current.identity())) {
            throw new IllegalArgumentException("forks of " + base.identity() + " and of " + current.identity());
        }
    }

    static boolean arePackedIn(Path file) {
        return Files.isRegularFile(file) && SessionFiles.nameOf(file).endsWith(PACKED);
    }

    /** The blocks of a packed file: {@code {"name", "first", "millis", "others", "base", "current"}}, the last two as JMH wrote them. */
    static List<RecordedBlock> packed(Path file) {
        List<RecordedBlock> blocks = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                blocks.add(of(line, file + ":" + ++number));
            }
        } catch (IOException e) {
            throw new BadInputException(
                    file + ": expected blocks packed by gzip, found something else: " + AtomicFiles.reason(e), e);
        }
        return blocks;
    }

    private static RecordedBlock of(String line, String place) throws IOException {
        JsonNode block = MAPPER.readTree(line);
        if (!block.path("millis").canConvertToLong() || !block.has("base") || !block.has("current")) {
            throw new BadInputException(
                    place + ": expected a block with \"millis\", \"base\" and \"current\", found something else");
        }
        return of(
                ForkInTurnReader.read(MAPPER.writeValueAsBytes(block.get("base")), place),
                ForkInTurnReader.read(MAPPER.writeValueAsBytes(block.get("current")), place),
                Duration.ofMillis(block.get("millis").longValue()),
                place);
    }

    /** The whole blocks in the folder of a run of {@code scripts/ab}. */
    static List<RecordedBlock> inFolder(Path parts) {
        try (Stream<Path> files = Files.list(parts)) {
            return files.filter(file -> file.toString().endsWith(".block"))
                    .sorted()
                    .map(RecordedBlock::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedBlock of(Path block) {
        String name = SessionFiles.nameOf(block).replaceFirst("\\.block$", "");
        try {
            return of(
                    fork(block.resolveSibling(name + "-base.json")),
                    fork(block.resolveSibling(name + "-current.json")),
                    AbFolder.took(block),
                    block.toString());
        } catch (IOException e) {
            throw new BadInputException(
                    block + ": its forks cannot be read: " + AtomicFiles.reason(e) + "; delete it, and it is left out",
                    e);
        }
    }

    private static Fork fork(Path file) throws IOException {
        return ForkInTurnReader.read(Files.readAllBytes(file), file.toString());
    }

    private static RecordedBlock of(Fork base, Fork current, Duration took, String place) {
        if (!base.identity().equals(current.identity())) {
            throw new BadInputException(place + ": expected two forks of one benchmark, found " + base.identity()
                    + " and " + current.identity() + "; take the block away, and it is left out");
        }
        return new RecordedBlock(base, current, took);
    }
}
