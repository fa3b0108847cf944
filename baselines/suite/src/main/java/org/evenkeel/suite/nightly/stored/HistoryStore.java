package org.evenkeel.suite.nightly.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.stored.EnvironmentName;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;

/**
 * The folder that holds a history.
 *
 * @param root need not exist yet
 */
public record HistoryStore(Path root) implements NightStore {

    private static final String SUFFIX = ".nights";
    private static final byte[] NOTHING = {};
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    @Override
    public String place() {
        return root.toString();
    }

    @Override
    public void requireWritable() {
        AtomicFiles.requireWritable(root);
    }

    @Override
    public Path lockFolder() {
        return root;
    }

    @Override
    public int append(List<StoredNight> nights) {
        try {
            Files.createDirectories(root);
            try (FileChannel lock = FileChannel.open(
                            root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                return held.isValid() ? appendLocked(nights) : 0;
            }
        } catch (IOException e) {
            throw new BadInputException(
                    "cannot append to the history in " + root + ": " + AtomicFiles.reason(e)
                            + "; what was there is unchanged; make room, or choose another --history",
                    e);
        }
    }

    private int appendLocked(List<StoredNight> nights) throws IOException {
        SeriesNames names = new SeriesNames();
        Map<Path, MonthFile> files = files(names);
        List<StoredNight> stored = ordered(files.values());
        Set<String> ids = stored.stream().map(StoredNight::id).collect(Collectors.toCollection(HashSet::new));
        Set<String> imported = stored.stream()
                .filter(NightId::isImported)
                .map(NightId::signature)
                .collect(Collectors.toCollection(HashSet::new));
        int last = stored.stream().mapToInt(night -> night.night().run()).max().orElse(-1);
        Map<Path, StringBuilder> texts = new TreeMap<>();
        int added = 0;
        for (StoredNight night : nights) {
            boolean isThere = NightId.isImported(night) && imported.contains(NightId.signature(night));
            if (!isThere && ids.add(night.id())) {
                last++;
                added++;
                Path file = file(night);
                String text = files.computeIfAbsent(file, absent -> new MonthFile(NOTHING, names))
                        .append(night.numbered(last));
                texts.computeIfAbsent(file, absent -> new StringBuilder()).append(text);
            }
        }
        appendAll(texts);
        return added;
    }

    /** All months, or none: the nights of an import are in many. */
    private static void appendAll(Map<Path, StringBuilder> texts) throws IOException {
        Map<Path, Long> before = new TreeMap<>();
        try {
            for (Map.Entry<Path, StringBuilder> text : texts.entrySet()) {
                before.put(text.getKey(), Files.exists(text.getKey()) ? Files.size(text.getKey()) : 0);
                append(text.getKey(), text.getValue().toString());
            }
        } catch (IOException full) {
            for (Map.Entry<Path, Long> file : before.entrySet()) {
                if (Files.exists(file.getKey())) {
                    try (FileChannel channel = FileChannel.open(file.getKey(), StandardOpenOption.WRITE)) {
                        channel.truncate(file.getValue());
                    }
                }
            }
            throw full;
        }
    }

    private static void append(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long before = channel.size();
            try {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                channel.position(before);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } catch (IOException e) {
                // A full disk: half a block would do no harm, but it would take the room that is left.
                channel.truncate(before);
                throw e;
            }
        }
    }

    private Path file(StoredNight night) {
        Environment environment = new Environment(night.night().environment(), new TreeMap<>());
        return root.resolve(EnvironmentName.of(environment))
                .resolve(MONTH.format(Instant.ofEpochMilli(night.night().epochMillis())
                                .atOffset(ZoneOffset.UTC))
                        + SUFFIX);
    }

    /**
     * All nights of all machines, each once, in the order of their time. Where that is another order than they were stored in,
     * as after an import that was killed and repeated, or of what happened before, their numbers are given anew.
     */
    @Override
    public List<StoredNight> nights() {
        return ordered(files(new SeriesNames()).values());
    }

    private static List<StoredNight> ordered(Collection<MonthFile> files) {
        List<StoredNight> all = new ArrayList<>();
        files.forEach(file -> all.addAll(file.nights()));
        return NightOrder.of(all);
    }

    @Override
    public int damaged() {
        return files(new SeriesNames()).values().stream()
                .mapToInt(MonthFile::damaged)
                .sum();
    }

    private Map<Path, MonthFile> files(SeriesNames names) {
        Map<Path, MonthFile> files = new TreeMap<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root, 2)) {
                for (Path file :
                        all.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                    files.put(file, new MonthFile(asWritten(Files.readAllBytes(file)), names));
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                throw new BadInputException(
                        "cannot read the history in " + root + ": " + e.getMessage() + "; choose another --history", e);
            }
        }
        return files;
    }

    /** Some systems end lines with two characters when they check a file out; the checksums are of one. */
    private static byte[] asWritten(byte[] text) {
        int first = 0;
        while (first < text.length && text[first] != '\n') {
            first++;
        }
        if (first == 0 || text[first - 1] != '\r') {
            return text;
        }
        ByteBuffer kept = ByteBuffer.allocate(text.length);
        for (byte letter : text) {
            if (letter != '\r') {
                kept.put(letter);
            }
        }
        return Arrays.copyOf(kept.array(), kept.position());
    }
}
