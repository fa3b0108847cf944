package org.evenkeel.leakcheck.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.fixtures.Service;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches of real JVMs. */
@Tag("commands")
class WatchTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Process> services = new ArrayList<>();

    @AfterEach
    void endServices() {
        services.forEach(Process::destroyForcibly);
    }

    @Test
    void watch_serviceThatKeepsAKibibyteOfEachRequest_isGrowing() throws Exception {
        Process service = service(List.of("-Xmx512m"), "1008", "4", "2000");

        int status = watch(
                pid(service),
                "--duration",
                "40s",
                "--interval",
                "600ms",
                "--force-gc",
                "--operations-from",
                "org.acme:type=Service#Requests");

        assertThat(status).as(out + "\n" + err).isEqualTo(1);
        assertThat(out.toString()).contains("GROWING").contains("per minute").contains("B per operation");
        LeakReport report = LeakReports.fromJson(Files.readString(folder.resolve("leakcheck.json")))
                .get(0);
        assertThat(report.verdictName()).isEqualTo(LeakVerdictName.GROWING);
        // A thousand bytes, the header of the array and the node of the queue.
        assertThat(report.verdict().evidence().rate().orElseThrow().perOperation())
                .isBetween(1000.0, 1100.0);
        assertThat(Files.readAllLines(folder.resolve("leakcheck.csv")))
                .hasSizeGreaterThan(60)
                .first()
                .asString()
                .startsWith("seconds,operations,heapAfterCollection,oldGeneration,interned-strings,direct-buffers");
        assertThat(folder.resolve("leakcheck.html")).exists();
    }

    @Test
    void watch_serviceThatMakesMuchGarbage_isNotGrowing() throws Exception {
        Process service = service(List.of("-Xmx64m"), "0", "5", "8000");

        int status = watch(pid(service), "--duration", "12s", "--interval", "300ms");

        assertThat(status).as(out.toString()).isIn(0, 4);
        assertThat(out.toString()).doesNotContain("GROWING");
    }

    @Test
    void watch_throughAManagementPort_ofAProcessThatEnds_tellsWhatWasSeenUntilThen() throws Exception {
        int port = freePort();
        Process service = service(
                List.of(
                        "-Xmx64m",
                        "-Dcom.sun.management.jmxremote.port=" + port,
                        "-Dcom.sun.management.jmxremote.host=localhost",
                        "-Djava.rmi.server.hostname=localhost",
                        "-Dcom.sun.management.jmxremote.authenticate=false",
                        "-Dcom.sun.management.jmxremote.ssl=false"),
                "0",
                "1",
                "1000");
        Thread ending = new Thread(() -> {
            try {
                TimeUnit.SECONDS.sleep(4);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            service.destroyForcibly();
        });
        ending.start();

        int status = watch("localhost:" + port, "--duration", "60s", "--interval", "300ms");

        assertThat(status).as(err.toString()).isEqualTo(4);
        assertThat(out.toString())
                .contains("localhost:" + port)
                .contains("INCONCLUSIVE")
                .contains("The process went away");
        assertThat(folder.resolve("leakcheck.json")).exists();
    }

    @Test
    void watch_whatCannotBeWatched_isOneLineAndStatusTwo() throws Exception {
        assertThat(messageOf("2000000000")).contains("there is no process 2000000000");
        assertThat(messageOf("nonsense")).contains("expected a process id or host:port, found \"nonsense\"");
        assertThat(messageOf("1", "--duration", "5s", "--interval", "1s")).contains("too short for --interval");
        assertThat(messageOf("127.0.0.1:99999")).contains("99999");
        int port = freePort();
        assertThat(messageOf("localhost:" + port)).contains("cannot connect to localhost:" + port);
        Process sleep = new ProcessBuilder("sleep", "60").start();
        services.add(sleep);
        assertThat(messageOf(pid(sleep))).contains("is not a JVM");
        assertThat(sleep.isAlive()).isTrue();
        Process closed = service(List.of("-XX:+DisableAttachMechanism"), "0", "1", "10");
        assertThat(messageOf(pid(closed))).contains("-XX:+DisableAttachMechanism");
        Process service = service(List.of("-Xmx64m"), "0", "1", "10");
        assertThat(messageOf(pid(service), "--operations-from", "org.acme:type=Missing#Count"))
                .contains("there is no org.acme:type=Missing#Count");
        assertThat(messageOf(pid(service), "--operations-from", "Count")).contains("MBEAN#ATTRIBUTE");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private String messageOf(String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(watch(arguments)).as(err.toString()).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
        return err.toString();
    }

    private int watch(String... arguments) {
        List<String> all = new ArrayList<>(List.of("watch"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--out", folder.toString()));
        return Commands.run(new Leakcheck(), all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    }

    private static String pid(Process process) {
        return Long.toString(process.pid());
    }

    private Process service(List<String> jvmArguments, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", Workloads.classPath().toString(), Service.class.getName()));
        command.addAll(List.of(arguments));
        Process service = new ProcessBuilder(command).redirectErrorStream(true).start();
        services.add(service);
        BufferedReader lines = service.inputReader();
        assertThat(lines.readLine()).isEqualTo("serving");
        return service;
    }
}
