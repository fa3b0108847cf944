package org.evenkeel.leakcheck.run.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.management.JMException;
import javax.management.ObjectName;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Takes stock of this JVM before and after something came in. */
class ResourcesTest {

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void socketAndFile_opened_areNamedByTheirEndsAndPath() throws IOException {
        Inventory before = stock(Signal.FILE_DESCRIPTORS);
        Path file = Files.createFile(folder.resolve("orders"));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                var open = Files.newInputStream(file)) {
            assertThat(open.read()).isEqualTo(-1);
            assertThat(stock(Signal.FILE_DESCRIPTORS).since(before))
                    .anyMatch(line -> line.endsWith(": " + file))
                    .anyMatch(line -> line.contains("127.0.0.1:" + client.getLocalPort())
                            && line.endsWith("127.0.0.1:" + server.getLocalPort()));
        }
    }

    @Test
    void temporaryFile_leftBehind_isNamed() throws IOException {
        Inventory before = stock(Signal.TEMPORARY_FILES);
        Files.createFile(Files.createDirectory(folder.resolve("upload")).resolve("part-1"));

        assertThat(stock(Signal.TEMPORARY_FILES).since(before))
                .containsExactly("temporary file upload", "temporary file upload/part-1");
    }

    @Test
    void thread_started_isNamedWithWhereItStands() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        Inventory before = stock(Signal.THREADS);
        Thread thread = new Thread(
                () -> {
                    started.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "refresh \"odd\" one");
        thread.start();
        started.await();
        try {
            assertThat(stock(Signal.THREADS).since(before))
                    .anyMatch(line -> line.startsWith("thread \"refresh \"odd\" one\" #") && line.contains(" at "));
        } finally {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void loaders_thatCameIn_areCountedByTheirClass() throws Exception {
        Inventory before = stock(Signal.CLASSES);
        List<Class<?>> loaded = new ArrayList<>();
        URL[] here = {Workloads.classPath().toUri().toURL()};
        for (int i = 0; i < 3; i++) {
            loaded.add(new URLClassLoader(here, null).loadClass(Workloads.class.getName() + "$Clean"));
        }

        assertThat(stock(Signal.CLASSES).since(before))
                .contains(
                        "3 class loaders java.net.URLClassLoader",
                        "3 classes defined by loaders java.net.URLClassLoader");
        assertThat(loaded).hasSize(3);
    }

    @Test
    void since_moreThanAPageful_endsWithTheirNumber() {
        Map<String, String> things = new HashMap<>();
        for (int i = 0; i < 25; i++) {
            things.put("f" + i, "file " + i);
        }

        assertThat(new Inventory(things, Map.of()).since(new Inventory(Map.of(), Map.of())))
                .hasSize(21)
                .last()
                .isEqualTo("and 5 more");
    }

    @Test
    void end_ofAnAddressOfTheKernel_isReadWordByWord() {
        assertThat(Sockets.end("0100007F:1F90")).isEqualTo("127.0.0.1:8080");
        assertThat(Sockets.end("0000000000000000FFFF00000100007F:0016")).isEqualTo("127.0.0.1:22");
        assertThat(Sockets.end("00000000000000000000000001000000:0050")).isEqualTo("0:0:0:0:0:0:0:1:80");
    }

    private Inventory stock(Signal signal) throws IOException {
        return Resources.of(new ThisJvm(), new Question(Set.of(signal), List.of(), 1), folder);
    }

    /** This JVM, which only has to print. */
    private static final class ThisJvm implements AskableJvm {
        @Override
        public String command(String diagnosticCommand) throws IOException {
            String operation = switch (diagnosticCommand) {
                case "Thread.print" -> "threadPrint";
                case "VM.classloader_stats" -> "vmClassloaderStats";
                default -> throw new IOException("not expected: " + diagnosticCommand);
            };
            try {
                ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
                boolean takesArguments = operation.equals("threadPrint");
                return (String) ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                commands,
                                operation,
                                takesArguments ? new Object[] {new String[0]} : new Object[0],
                                takesArguments ? new String[] {String[].class.getName()} : new String[0]);
            } catch (JMException e) {
                throw new IOException(e);
            }
        }

        @Override
        public long pid() {
            return ProcessHandle.current().pid();
        }
    }
}
