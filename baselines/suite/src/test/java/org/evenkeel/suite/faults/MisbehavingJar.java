package org.evenkeel.suite.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.evenkeel.suite.ForeignJar;

/** A stranger's JMH jar whose one benchmark does what its parameter says. */
final class MisbehavingJar {

    static final String BENCHMARK = "Deeds.deed";

    private static final String DEEDS = """
            import java.io.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.stream.Stream;
            import org.openjdk.jmh.annotations.*;

            @State(Scope.Benchmark)
            public class Deeds {
                @Param("sound")
                String deed;
                boolean done;
                long sum;

                @Setup
                public void open() throws Exception {
                    if (deed.equals("setup")) {
                        hang();
                    }
                }

                @Benchmark
                public long deed() throws Exception {
                    if (!done && !deed.equals("sound")) {
                        done = true;
                        misbehave();
                    }
                    return sum += deed.length();
                }

                private void misbehave() throws Exception {
                    switch (deed) {
                        case "hang": hang();
                        case "halt": Runtime.getRuntime().halt(0);
                        case "pipe": child(); Runtime.getRuntime().halt(0);
                        case "child": child(); break;
                        case "stop": signal("STOP"); break;
                        case "memory": throw new AssertionError(fill());
                        case "bytes": print(1, (byte) 0xFF); throw new IllegalStateException("after the bytes");
                        case "much": print(20, new byte[1 << 20]); break;
                        case "folder": delete(System.getenv("EVENKEEL_EVIDENCE")); delete(System.getProperty("deeds.tmp")); break;
                        default: throw new IllegalArgumentException(deed);
                    }
                }

                /** Deaf to interruptions. */
                private static void hang() {
                    while (true) {
                        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                        Thread.interrupted();
                    }
                }

                private static void child() throws IOException {
                    Process child = new ProcessBuilder("sleep", "600").inheritIO().start();
                    Files.writeString(Path.of(System.getProperty("deeds.pids")), child.pid() + "\\n",
                            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }

                private static void signal(String name) throws Exception {
                    new ProcessBuilder("kill", "-" + name, Long.toString(ProcessHandle.current().pid())).start().waitFor();
                    Thread.sleep(1000);
                }

                private static int fill() {
                    List<Object> kept = new ArrayList<>();
                    while (true) {
                        kept.add(new byte[1 << 24]);
                    }
                }

                private static void print(int times, byte... some) {
                    for (int i = 0; i < times; i++) {
                        System.out.write(some, 0, some.length);
                    }
                    System.out.println();
                    System.out.flush();
                }

                private static void delete(String folder) throws IOException {
                    if (folder != null && Files.isDirectory(Path.of(folder))) {
                        List<Path> all;
                        try (Stream<Path> files = Files.walk(Path.of(folder))) {
                            all = files.sorted(Comparator.reverseOrder()).toList();
                        }
                        for (Path file : all) {
                            Files.deleteIfExists(file);
                        }
                    }
                }
            }
            """;

    private MisbehavingJar() {}

    static Path in(Path jar) throws IOException {
        return new ForeignJar().with("org.acme.Deeds", DEEDS).in(jar);
    }
}
