package org.evenkeel.leakcheck.run.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.evenkeel.leakcheck.fixtures.Service;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.samples.LiveRecording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a watch does to the JVM that it looks at, and what that JVM can do to the watch. */
@Tag("commands")
@Timeout(60)
class LiveRunTest {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    /** The loopback address, as {@code /proc/net/tcp} and {@code tcp6} write it. */
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    private final List<String> said = new ArrayList<>();
    private Process service;

    @BeforeEach
    void startService() throws IOException {
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        Workloads.classPath().toString(),
                        Service.class.getName(),
                        "0",
                        "1",
                        "1000")
                .redirectErrorStream(true)
                .start();
        assertThat(service.inputReader().readLine()).isEqualTo("serving");
    }

    @AfterEach
    void endService() {
        service.destroyForcibly();
    }

    @Test
    void follow_jvmThatIsStoppedMidway_endsInItsTimeWithWhatWasSeen() throws Exception {
        LiveRecording seen;
        try (LiveJvm jvm = connect()) {
            LiveRun run = new LiveRun(jvm, Optional.empty(), false, Duration.ofSeconds(2));
            seen = run.follow(Duration.ofMinutes(5), Duration.ofMillis(100), recording -> {
                if (recording.samples().size() == 5) {
                    signal("STOP");
                }
            });
        }

        assertThat(seen.samples()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(seen.notes())
                .singleElement()
                .asString()
                .startsWith("The process does not answer any more (no answer within 2 s)");
        assertThat(said)
                .last()
                .asString()
                .contains("did not close its management port")
                .contains("ManagementAgent.stop");
    }

    @Test
    void connect_jvmThatIsStopped_isRefusedAndNotWaitedForForEver() throws Exception {
        try (LiveJvm once = connect()) {
            assertThat(once.pid()).hasValue(service.pid());
        }
        signal("STOP");

        assertThat(catchThrowable(() -> connect(Duration.ofSeconds(2))))
                .isInstanceOf(LiveRefused.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void connect_jvmWithoutAPort_opensOneAtTheLoopbackAddressAndClosesItAtTheEnd() throws Exception {
        assumeTrue(Files.isDirectory(PROC), "without /proc nobody tells who listens where");
        assertThat(listening()).isEmpty();

        try (LiveJvm jvm = connect()) {
            assertThat(listening()).isNotEmpty().isSubsetOf(LOOPBACK);
            assertThat(jvm.number("java.lang:type=ClassLoading#LoadedClassCount"))
                    .isPositive();
        }

        for (int look = 0; look < 100 && !listening().isEmpty(); look++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(listening()).isEmpty();
        assertThat(said).singleElement().asString().contains("has opened a management port for this watch, 127.0.0.1:");

        try (LiveJvm again = connect()) {
            assertThat(again.pid()).hasValue(service.pid());
        }
    }

    private LiveJvm connect() throws LiveRefused, InterruptedException {
        return connect(Duration.ofSeconds(30));
    }

    private LiveJvm connect(Duration patience) throws LiveRefused, InterruptedException {
        return LiveJvm.connect(Long.toString(service.pid()), patience, said::add);
    }

    private void signal(String name) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(service.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The addresses at which the service listens. */
    private Set<String> listening() throws IOException {
        Path process = PROC.resolve(Long.toString(service.pid()));
        Set<String> own = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)) {
                    own.add(Files.readSymbolicLink(file).toString());
                }
            }
        }
        Set<String> addresses = new TreeSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            Path file = process.resolve(table);
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] words = line.strip().split("\\s+", -1);
                if (words.length > 9 && words[3].equals(LISTENING) && own.contains("socket:[" + words[9] + "]")) {
                    addresses.add(words[1].split(":", -1)[0]);
                }
            }
        }
        return addresses;
    }
}
