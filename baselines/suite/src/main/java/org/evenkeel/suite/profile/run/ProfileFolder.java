package org.evenkeel.suite.profile.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.plan.ProfilePlan;
import org.evenkeel.suite.profile.plan.ProfilePlan.Fork;
import org.evenkeel.suite.profile.samples.CollapsedReader;
import org.evenkeel.suite.profile.samples.ForkFacts;
import org.evenkeel.suite.profile.samples.ForkProfile;
import org.evenkeel.suite.profile.samples.Stack;

/**
 * The folder of a profiling session. Each fork leaves its files in {@code forks/}, named by side, event and number.
 *
 * @param path the folder
 */
public record ProfileFolder(Path path) {

    /** The side of a session that has only one. */
    public static final String HERE = "here";

    /**
     * Opens the folder of an earlier session.
     *
     * @throws BadInputException when it is none
     */
    public static ProfileFolder existing(Path path) {
        ProfileFolder folder = new ProfileFolder(path);
        if (!Files.isDirectory(folder.forks())) {
            throw new BadInputException(path + ": expected the folder of a profiling session, found no folder "
                    + folder.forks().getFileName() + " in it; scripts/profile --out makes one");
        }
        return folder;
    }

    Path forks() {
        return path.resolve("forks");
    }

    /** A file of a fork. */
    Path fork(String fileName, String ending) {
        return forks().resolve(fileName + ending);
    }

    /** What the samples of the forks of an event stand for, whether there are samples or not; by number. */
    public List<ForkFacts> facts(String side, String event) {
        return numbered(side, event).stream()
                .map(name -> facts(fork(name, ".facts")))
                .toList();
    }

    /** The profiles of an event; empty when it was not sampled. */
    public List<ForkProfile> profiles(String side, ProfileEvent event) {
        List<ForkProfile> profiles = new ArrayList<>();
        for (String name : numbered(side, event.written())) {
            ForkFacts facts = facts(fork(name, ".facts"));
            if (facts.failure().isEmpty()) {
                profiles.add(new ForkProfile(
                        event,
                        facts,
                        stacks(fork(name, ".collapsed"), event),
                        stacks(fork(name, "-count.collapsed"), event)));
            }
        }
        return profiles;
    }

    /** Stacks of threads that held a lock while others waited, each with the lock's class last. */
    public List<Stack> holders(String side) {
        return numbered(side, ProfilePlan.HOLDERS).stream()
                .flatMap(name -> stacks(fork(name, ".collapsed"), ProfileEvent.LOCK).stream())
                .toList();
    }

    /** What became of the flight recording of an event: its file, or why there is none. Empty where none was asked for. */
    public Optional<String> recording(String side, ProfileEvent event) {
        String name = new Fork(side, event.written(), 1, true).fileName();
        return Optional.of(fork(name, ".facts"))
                .filter(Files::isRegularFile)
                .map(file -> facts(file)
                        .failure()
                        .map(reason -> "none, as the profiler said: " + reason)
                        .orElse(fork(name, ".jfr").toString()));
    }

    private List<String> numbered(String side, String event) {
        String prefix = side + "-" + event + "-";
        try (Stream<Path> files = Files.list(forks())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".facts"))
                    .map(name -> name.substring(0, name.length() - ".facts".length()))
                    .filter(name -> name.substring(prefix.length()).matches("\\d+"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadInputException("cannot read " + forks() + ": " + AtomicFiles.reason(e), e);
        }
    }

    private static ForkFacts facts(Path file) {
        return ForkFacts.parse(file.toString(), text(file));
    }

    private static List<Stack> stacks(Path file, ProfileEvent event) {
        return CollapsedReader.read(file.toString(), text(file), event);
    }

    private static String text(Path file) {
        try {
            // Symbols of native libraries may hold any byte, and no answer depends on them.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInputException(
                    "cannot read " + file + ": " + AtomicFiles.reason(e) + "; profile again into another --out", e);
        }
    }
}
