package org.evenkeel.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository with a hot path of its own, {@code sum}, that javac builds in a second. */
public final class SumRepository {

    private static final String SOURCE = """
            package org.acme;

            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;
            import org.evenkeel.workload.*;

            /** Adds numbers up. %s */
            public final class SumPath implements HotPath {
                private final Queue<Object> kept = new ConcurrentLinkedQueue<>();

                @Override
                public String name() {
                    return "sum";
                }

                @Override
                public String summary() {
                    return "adds numbers up";
                }

                @Override
                public Workload open(Arguments arguments, Invariants invariants) {
                    return new Workload() {
                        @Override
                        public Caller caller(int index, long seed) {
                            return () -> sum(index);
                        }

                        @Override
                        public void close() {
                            kept.clear();
                        }
                    };
                }

                private Object sum(int index) {
                    long sum = index;
                    for (int i = 0; i < %d; i++) {
                        sum += (sum << 3) ^ i;
                    }
                    %s
                    return sum;
                }
            }
            """;

    private final Path folder;
    private final List<String> commits = new ArrayList<>();

    public SumRepository(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        git("init", "--quiet");
        Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(folder.resolve("META-INF/services/org.evenkeel.workload.HotPath"), "org.acme.SumPath\n");
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Files.writeString(
                folder.resolve("build.sh"),
                "set -e\n" + bin.resolve("javac") + " -g -cp " + Jars.BENCHMARKS + " -d classes SumPath.java\n"
                        + "cp -r META-INF classes\n" + bin.resolve("jar") + " cf built.jar -C classes .\n");
        Files.writeString(folder.resolve(".gitignore"), "target\nclasses\nbuilt.jar\n*.txt\nfound\nnight\nhistory\n");
    }

    /**
     * Commits a version.
     *
     * @param loops how many numbers are added up
     * @param keeps whether every request keeps something for ever
     */
    public void commit(String message, int loops, boolean keeps) throws IOException, InterruptedException {
        String keep = keeps ? "kept.add(new long[4]);" : "";
        Files.writeString(folder.resolve("SumPath.java"), SOURCE.formatted(message, loops, keep));
        git("add", "-A");
        git(
                "-c",
                "user.name=A. Engineer",
                "-c",
                "user.email=a@example.org",
                "commit",
                "--quiet",
                "--allow-empty",
                "-m",
                message);
        commits.add(git("rev-parse", "HEAD"));
    }

    /** The jar of what was committed last. */
    public Path build() throws IOException, InterruptedException {
        Process build = new ProcessBuilder("sh", "build.sh")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(build.waitFor()).isZero();
        return folder.resolve("built.jar");
    }

    /** The hashes, oldest first. */
    public List<String> commits() {
        return List.copyOf(commits);
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
