package org.evenkeel.suite.ab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.evenkeel.compare.JmhText;
import org.evenkeel.kernel.Commands;
import org.evenkeel.suite.Evenkeel;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code ab --self-test} on blocks that somebody, or a full disk, has damaged: one line that names the place, and status 2. */
class DamagedRecordingTest {

    private static final String SOUND = fork("a.B.c", 100);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> packedBlocks() {
        Map<String, String> lines = new TreeMap<>();
        lines.put("no JSON", "{\"millis\": 7, ");
        lines.put("empty", "");
        lines.put("null", "null");
        lines.put("array", "[1, 2]");
        lines.put("no base", block("7", null, SOUND));
        lines.put("base is null", block("7", "null", SOUND));
        lines.put("base is a number", block("7", "3", SOUND));
        lines.put("millis in words", block("\"soon\"", SOUND, SOUND));
        lines.put("a number of 0", block("7", SOUND, fork("a.B.c", 0)));
        lines.put("NaN", block("7", SOUND, fork("a.B.c", Double.NaN)));
        lines.put("two benchmarks", block("7", SOUND, fork("a.B.d", 100)));
        lines.put("no result", block("7", "[]", SOUND));
        return lines.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Path file = folder.resolve("blocks.jsonl.gz");
                    Files.write(file, packed(block("7", SOUND, SOUND) + "\n" + one.getValue() + "\n"));
                    assertRefused(file, file.toString());
                }));
    }

    @TestFactory
    Stream<DynamicTest> files() {
        Map<String, byte[]> contents = new TreeMap<>();
        byte[] sound = packed(block("7", SOUND, SOUND).repeat(20));
        contents.put("not packed", SOUND.getBytes(StandardCharsets.UTF_8));
        contents.put("empty", new byte[0]);
        contents.put("torn", java.util.Arrays.copyOf(sound, sound.length / 2));
        return contents.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Path file = folder.resolve("blocks.jsonl.gz");
                    Files.write(file, one.getValue());
                    assertRefused(file, file.toString());
                }));
    }

    @TestFactory
    Stream<DynamicTest> foldersOfBlocks() {
        Map<String, String> currents = new TreeMap<>();
        currents.put("torn", SOUND.substring(0, SOUND.length() / 2));
        currents.put("a number of 0", fork("a.B.c", 0));
        currents.put("empty", "");
        return currents.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Path parts = Files.createDirectories(folder.resolve("run/parts"));
                    Files.writeString(parts.resolve("b-0.block"), "first=BASE millis=7 others=0.0\n");
                    Files.writeString(parts.resolve("b-0-base.json"), SOUND);
                    Files.writeString(parts.resolve("b-0-current.json"), one.getValue());
                    assertRefused(folder.resolve("run"), "b-0");
                }));
    }

    private static void assertRefused(Path recorded, String named) {
        StringWriter err = new StringWriter();
        int status = Commands.run(
                new Evenkeel(),
                new String[] {"ab", "--self-test", recorded.toString()},
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));

        assertThat(status).as(err.toString()).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> !line.startsWith("Try ")))
                .singleElement()
                .asString()
                .contains(named)
                .doesNotContain("Exception");
    }

    private static String block(String millis, @org.jspecify.annotations.Nullable String base, String current) {
        String first = base == null ? "" : "\"base\": " + base.replace("\n", " ") + ", ";
        return "{\"name\": \"b\", \"millis\": " + millis + ", " + first + "\"current\": " + current.replace("\n", " ")
                + "}";
    }

    private static String fork(String benchmark, double score) {
        return new JmhText().add(benchmark, "avgt", "ns/op", score).text();
    }

    private static byte[] packed(String lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }
}
