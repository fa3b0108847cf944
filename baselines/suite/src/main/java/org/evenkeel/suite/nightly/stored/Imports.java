package org.evenkeel.suite.nightly.stored;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.JmhReader;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.compare.samples.Series;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.nightly.samples.ActionBenchmarkReader;
import org.evenkeel.suite.nightly.samples.CsvHistoryReader;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;

/** Reads what other tools have kept, as nights to append. */
public final class Imports {

    private static final Pattern COMMIT = Pattern.compile("(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])");

    private Imports() {}

    /** What was found, and what was passed over and why. */
    public record Found(List<StoredNight> nights, List<String> passedOver) {
        public Found {
            nights = List.copyOf(nights);
            passedOver = List.copyOf(passedOver);
        }
    }

    /**
     * Reads a folder of JMH JSON files, the folder of a load run, a {@code data.js} of github-action-benchmark, or a CSV file.
     *
     * @throws BadInputException when it is none of them
     */
    public static Found read(Path place) {
        String name = String.valueOf(place.getFileName());
        if (Files.exists(place) && !Files.isDirectory(place) && !Files.isRegularFile(place)) {
            throw new BadInputException(place + ": expected a file or a folder, found a pipe or a device");
        }
        try {
            if (Files.isRegularFile(place.resolve(LoadNight.FILE))) {
                return new Found(List.of(LoadNight.read(place)), List.of());
            }
            if (Files.isDirectory(place)) {
                return folder(place);
            }
            if (name.endsWith(".js")) {
                return new Found(
                        nights(ActionBenchmarkReader.read(Files.readString(place), place.toString()), place, false),
                        List.of());
            }
            if (name.endsWith(".csv")) {
                return new Found(nights(csv(place), place, true), List.of());
            }
            if (name.endsWith(".json")) {
                return new Found(List.of(jmh(place)), List.of());
            }
        } catch (IOException e) {
            throw new BadInputException(place + ": cannot be read: " + AtomicFiles.reason(e), e);
        }
        throw new BadInputException(
                place + ": expected a folder of JMH JSON files or of a load run, a data.js, a .csv or a .json, found "
                        + (Files.exists(place) ? "another kind of file" : "nothing there"));
    }

    /** Reads a history from a CSV file. */
    public static History csv(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(file + ": expected a CSV file, found "
                    + (Files.exists(file) ? "something else" : "nothing") + " there");
        }
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return CsvHistoryReader.read(in, file.toString());
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new BadInputException(file + ": expected UTF-8 text, found other bytes; is it a CSV file?", e);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    /** A session as a night: its times and exact metrics, as far as they have a logarithm. */
    public static StoredNight night(
            String id, Session session, long epochMillis, String commit, Map<String, String> environment) {
        List<StoredNight.Result> results = new ArrayList<>();
        session.series().values().forEach(series -> {
            if (isWanted(series)) {
                List<Double> forks = new ArrayList<>();
                for (double fork : series.forks()) {
                    forks.add(fork);
                }
                results.add(new StoredNight.Result(series.identity(), series.metric(), forks));
            }
        });
        return new StoredNight(
                id,
                new Night(0, epochMillis, commit, new TreeMap<>(environment), MachineSpeed.facts(session)),
                results);
    }

    /** Times need a logarithm; an exact metric may be nothing. */
    private static boolean isWanted(Series series) {
        return switch (series.metric().kind()) {
            case TIME -> series.isPositive();
            case EXACT -> series.isFinite() && Arrays.stream(series.forks()).allMatch(fork -> fork >= 0);
            case INFORMATIVE -> false;
        };
    }

    private static Found folder(Path folder) throws IOException {
        List<StoredNight> nights = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            // One broken night of a hundred is no reason to leave the others behind.
            try {
                if (Files.isRegularFile(file)) {
                    nights.add(jmh(file));
                } else {
                    passedOver.add(file + ": expected a file, found "
                            + (Files.isSymbolicLink(file) && !Files.exists(file)
                                    ? "a link to nowhere"
                                    : "something else"));
                }
            } catch (BadInputException e) {
                passedOver.add(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                passedOver.add(file + ": cannot be read: " + AtomicFiles.reason(e));
            }
        }
        leaveOutCopies(nights, passedOver);
        if (nights.size() > 1) {
            leaveOutOfNoTime(nights, passedOver);
        }
        if (nights.isEmpty()) {
            throw new BadInputException(folder + ": expected JMH JSON files, found "
                    + (passedOver.isEmpty() ? "none" : "none that can be read; the first: " + passedOver.get(0)));
        }
        return new Found(nights, passedOver);
    }

    /** Some tools keep the newest night once more as a file without a date, or as a link. */
    private static void leaveOutCopies(List<StoredNight> nights, List<String> passedOver) {
        Map<String, StoredNight> dated = new HashMap<>();
        nights.stream()
                .filter(night -> !isNamed(night))
                .forEach(night -> dated.put(NightId.content(night.results()), night));
        nights.removeIf(night -> {
            boolean isCopy = isNamed(night) && dated.containsKey(NightId.content(night.results()));
            if (isCopy) {
                passedOver.add(night.id() + ": the same results as in a file with a date in its name");
            }
            return isCopy;
        });
    }

    /** The time of a file is that of its last copy: among others, nobody knows where the night belongs. */
    private static void leaveOutOfNoTime(List<StoredNight> nights, List<String> passedOver) {
        nights.removeIf(night -> {
            if (isNamed(night)) {
                passedOver.add(NightId.fileOf(night.id()) + ": expected a time in its name (" + NameTime.FORMS
                        + "), found none; without it the order of nights is not known");
            }
            return isNamed(night);
        });
    }

    private static boolean isNamed(StoredNight night) {
        return night.id().contains(NightId.BY_NAME);
    }

    private static StoredNight jmh(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Session session;
        try (InputStream in = Files.newInputStream(file)) {
            session = JmhReader.read(in, file.toString());
        }
        if (session.isEmpty()) {
            throw new BadInputException(file + ": holds no result");
        }
        TreeMap<String, String> environment = new TreeMap<>(Map.of(StoredNight.IMPORTED, folderName(file)));
        session.series().values().stream().limit(1).forEach(series -> environment.putAll(series.facts()));
        Optional<NameTime> time = NameTime.in(name);
        Matcher found = COMMIT.matcher(time.map(NameTime::rest).orElse(name));
        String commit = found.find() ? found.group() : "";
        StoredNight night = night(
                NightId.UNKNOWN,
                session,
                time.isPresent()
                        ? time.get().epochMillis()
                        : Files.getLastModifiedTime(file).toMillis(),
                commit,
                environment);
        // The time of a file changes when it is copied; its name and what is in it do not.
        String id = time.isPresent()
                ? NightId.of(Long.toString(time.get().epochMillis()), commit, night.results())
                : NightId.named(name, night.results());
        return new StoredNight(id, night.night(), night.results());
    }

    /**
     * The nights of a file that holds many.
     *
     * @param areNumbered whether the file itself numbers them; else a number is only the place, and changes when the oldest
     *     night is dropped
     */
    private static List<StoredNight> nights(History history, Path place, boolean areNumbered) {
        List<List<StoredNight.Result>> results = new ArrayList<>();
        history.nights().forEach(night -> results.add(new ArrayList<>()));
        for (Life life : history.lives()) {
            life.points()
                    .forEach(point -> results.get(point.night())
                            .add(new StoredNight.Result(life.identity(), life.metric(), point.forks())));
        }
        List<StoredNight> nights = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < results.size(); i++) {
            Night night = history.nights().get(i);
            String date = night.epochMillis() + (areNumbered ? "/" + night.run() : "");
            String id = NightId.of(date, night.commit(), results.get(i));
            int time = times.merge(id, 1, Integer::sum);
            nights.add(new StoredNight(
                    time == 1 ? id : id + "/" + time,
                    new Night(
                            night.run(),
                            night.epochMillis(),
                            night.commit(),
                            new TreeMap<>(Map.of(StoredNight.IMPORTED, folderName(place)))),
                    results.get(i)));
        }
        return nights;
    }

    private static String folderName(Path file) {
        return String.valueOf(file.toAbsolutePath().resolveSibling("").getFileName());
    }
}
