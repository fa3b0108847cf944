package org.evenkeel.leakcheck.run.cause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.leakcheck.samples.Signal;

/** Names what a JVM has by now of what grows: descriptors, temporary files, threads, class loaders, native memory. */
final class Resources {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)\\]");
    private static final Pattern THREAD = Pattern.compile("(\"(?:[^\"]|\"(?! #))*\" #\\d+) .*");
    private static final Pattern LOADER =
            Pattern.compile("0x\\S+\\s+0x\\S+\\s+0x\\S+\\s+(\\d+)\\s+\\d+\\s+\\d+\\s+(\\S.*)");
    private static final Pattern CATEGORY = Pattern.compile("-\\s+(.+) \\(reserved=\\d+KB, committed=(\\d+)KB\\)");

    private final AskableJvm jvm;
    private final Map<String, String> things = new HashMap<>();
    private final Map<String, Long> amounts = new HashMap<>();

    private Resources(AskableJvm jvm) {
        this.jvm = jvm;
    }

    /**
     * Takes stock; of nothing that does not grow.
     *
     * @param temporaryFiles where the JVM puts its temporary files
     */
    static Inventory of(AskableJvm jvm, Question question, Path temporaryFiles) throws IOException {
        Resources resources = new Resources(jvm);
        if (question.signals().contains(Signal.FILE_DESCRIPTORS)) {
            resources.descriptors();
        }
        if (question.signals().contains(Signal.TEMPORARY_FILES)) {
            resources.files(temporaryFiles);
        }
        if (question.signals().contains(Signal.THREADS)) {
            resources.threads();
        }
        if (question.signals().contains(Signal.CLASSES)) {
            resources.loaders();
        }
        if (question.signals().contains(Signal.NATIVE)) {
            resources.nativeMemory();
        }
        return new Inventory(resources.things, resources.amounts);
    }

    private void descriptors() {
        Map<Long, String> sockets = Sockets.byInode(jvm.pid());
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(jvm.pid()), "fd"))) {
            for (Path descriptor : descriptors.toList()) {
                descriptor(descriptor, sockets);
            }
        } catch (IOException e) {
            return; // Not a Linux system.
        }
    }

    private void descriptor(Path descriptor, Map<Long, String> sockets) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            Matcher socket = SOCKET.matcher(target);
            String behind = socket.matches() ? sockets.getOrDefault(Long.parseLong(socket.group(1)), target) : target;
            String name = "descriptor " + descriptor.getFileName() + ": ";
            things.put(name + target, name + behind);
        } catch (IOException e) {
            return; // It was closed meanwhile.
        }
    }

    private void files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> !file.equals(folder))
                    .map(file -> "temporary file " + folder.relativize(file))
                    .forEach(line -> things.put(line, line));
        } catch (IOException | UncheckedIOException e) {
            return; // Files vanish while they are listed.
        }
    }

    /** By name, with what the thread is doing. */
    private void threads() throws IOException {
        List<String> lines = jvm.command("Thread.print").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher header = THREAD.matcher(lines.get(i));
            if (header.matches()) {
                String top = i + 2 < lines.size() && lines.get(i + 2).startsWith("\tat ")
                        ? " " + lines.get(i + 2).strip()
                        : "";
                things.put("thread " + header.group(1), "thread " + header.group(1) + top);
            }
        }
    }

    /** Loaders by their class: what they define is named by the growing classes. */
    private void loaders() throws IOException {
        jvm.command("VM.classloader_stats").lines().forEach(line -> {
            Matcher row = LOADER.matcher(line.strip());
            if (row.matches()) {
                amounts.merge("class loaders " + row.group(2), 1L, Long::sum);
                amounts.merge("classes defined by loaders " + row.group(2), Long.parseLong(row.group(1)), Long::sum);
            }
        });
    }

    private void nativeMemory() throws IOException {
        jvm.command("VM.native_memory summary").lines().forEach(line -> {
            Matcher category = CATEGORY.matcher(line.strip());
            if (category.matches() && !category.group(1).equals("Java Heap")) {
                amounts.put(
                        "KiB of native memory in the category " + category.group(1), Long.parseLong(category.group(2)));
            }
        });
    }
}
