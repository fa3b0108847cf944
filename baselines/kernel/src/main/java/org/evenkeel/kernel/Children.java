package org.evenkeel.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The child processes of this JVM. When this JVM ends, by Ctrl-C or otherwise, they and their own children end with it.
 *
 * <p>A process whose parent ended before it is nobody's descendant any more. So children that may leave such processes
 * behind get a mark in their environment, which whatever they start inherits, and by which it is found on Linux.
 */
public final class Children {

    /** The environment variable of the mark. */
    private static final String MARK = "EVENKEEL_CHILD";

    /** A mark begins with the process that made it. */
    private static final Pattern OWNED = Pattern.compile(MARK + "=(" + Leftovers.MAKER + ")\\+");

    /** The mark of a child that has none. */
    private static final String NO_MARK = "";

    /** What is found may have started something more meanwhile; whoever starts faster than that is not caught up with. */
    private static final int MOST_ROUNDS = 5;

    private static final Path PROC = Path.of("/proc");

    private static final Map<Process, String> ALIVE = new ConcurrentHashMap<>();
    private static final List<Runnable> FAREWELLS = new CopyOnWriteArrayList<>();
    private static volatile boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Children::killAll, "evenkeel-kill-children"));
    }

    private Children() {}

    /**
     * Has something done before the children end with this JVM, such as asking one for what it has measured. It has to come to an end by
     * itself.
     *
     * @return takes it back
     */
    public static Runnable beforeEnd(Runnable farewell) {
        FAREWELLS.add(farewell);
        return () -> FAREWELLS.remove(farewell);
    }

    /** Starts a child that ends with this JVM. */
    public static Process start(ProcessBuilder builder) throws IOException {
        return start(builder, NO_MARK);
    }

    /** Starts a child that ends with this JVM, and so does all that it starts, even when the child itself is gone. */
    public static Process startMarked(ProcessBuilder builder) throws IOException {
        String mark = Leftovers.maker() + "+" + UUID.randomUUID();
        builder.environment().put(MARK, mark);
        return start(builder, mark);
    }

    private static Process start(ProcessBuilder builder, String mark) throws IOException {
        Process child = builder.start();
        // One that has ended may have left something behind, which is found by its mark until it is cleared away.
        ALIVE.entrySet()
                .removeIf(earlier ->
                        earlier.getValue().equals(NO_MARK) && !earlier.getKey().isAlive());
        ALIVE.put(child, mark);
        if (ending) {
            kill(child);
        }
        return child;
    }

    /** Ends a child and everything it started, at once. */
    public static void kill(Process child) {
        // The list is taken first: once a parent is gone, its children are nobody's descendants.
        try (Stream<ProcessHandle> family = Stream.concat(child.descendants(), Stream.of(child.toHandle()))) {
            family.toList().forEach(ProcessHandle::destroyForcibly);
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<ProcessHandle> left = orphans(child);
            if (left.isEmpty()) {
                break;
            }
            left.forEach(ProcessHandle::destroyForcibly);
        }
        ALIVE.remove(child);
    }

    /** Whether a signal such as SIGSTOP has stopped a process, which then neither works nor ends. */
    public static boolean isStopped(long pid) {
        try {
            String status = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            // The name, in parentheses, may hold any character; T is for what a signal has stopped.
            return status.startsWith("T", status.lastIndexOf(')') + 2);
        } catch (IOException notTold) {
            return false;
        }
    }

    /** What a marked child started, directly or not, and is still there; without the child itself and its descendants. */
    public static List<ProcessHandle> orphans(Process child) {
        String mark = ALIVE.getOrDefault(child, NO_MARK);
        if (mark.isEmpty() || !Files.isDirectory(PROC)) {
            return List.of();
        }
        List<ProcessHandle> marked = marked(process -> hasMark(process, mark));
        marked.remove(child.toHandle());
        try (Stream<ProcessHandle> family = child.descendants()) {
            marked.removeAll(family.toList());
        }
        return marked;
    }

    private static List<ProcessHandle> marked(Predicate<Path> condition) {
        List<ProcessHandle> marked = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (condition.test(process)) {
                    Optional<ProcessHandle> handle = ProcessHandle.of(
                            Long.parseLong(process.getFileName().toString()));
                    handle.filter(ProcessHandle::isAlive).ifPresent(marked::add);
                }
            }
        } catch (IOException | DirectoryIteratorException notTold) {
            return new ArrayList<>();
        }
        return marked;
    }

    private static boolean hasMark(Path process, String mark) {
        return environment(process).contains(MARK + "=" + mark);
    }

    /** Of a process; empty when it is gone or somebody else's. */
    private static String environment(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrNotOurs) {
            return "";
        }
    }

    /**
     * Ends what was started by a JVM that was killed so hard that it could not end it, and runs on: it would measure beside whoever
     * measures next. Finds the marked children of the same user, on Linux.
     *
     * @return how many there were
     */
    public static int endAbandoned() {
        if (!Files.isDirectory(PROC)) {
            return 0;
        }
        Set<ProcessHandle> ours = Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        child -> child.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        List<ProcessHandle> abandoned = marked(Children::isAbandoned);
        abandoned.removeAll(ours);
        abandoned.forEach(ProcessHandle::destroyForcibly);
        return abandoned.size();
    }

    private static boolean isAbandoned(Path process) {
        Matcher owner = OWNED.matcher(environment(process));
        return owner.find() && Leftovers.isGone(owner.group(1));
    }

    private static void killAll() {
        FAREWELLS.forEach(Runnable::run);
        ending = true;
        ALIVE.keySet().forEach(Children::kill);
    }
}
