package org.evenkeel.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.evenkeel.compare.report.JsonReport;
import org.evenkeel.compare.samples.JmhReader;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads and compares result files that something has damaged. Nothing but {@link BadInputException} may come out of it,
 * with one line that names the file, and no verdict may rest on a number that is none.
 *
 * <p>{@code -Devenkeel.mutants=100000} sets how many files are tried; a build tries fewer.
 */
class MutatedFilesTest {

    private static final int SEEDS = 8;
    private static final int FILES = Integer.getInteger("evenkeel.mutants", 4_000) / SEEDS;
    private static final List<String> SPLICES = List.of(
            "null",
            "\"NaN\"",
            "\"+INF\"",
            "-1",
            "0",
            "1e999",
            "-0.0",
            "[]",
            "{}",
            "[[]]",
            "[[[]]]",
            "\"\"",
            "true",
            ",",
            "}",
            "]",
            "1e-320",
            "9223372036854775808",
            "\"ops/s\"",
            "\"ms/op\"",
            "\"thrpt\"",
            "\"sample\"",
            "\"rawDataHistogram\"",
            "\"\\u0000\"",
            "4294967296",
            "\uD83D");

    @TestFactory
    Stream<DynamicTest> mutatedFile_isRefusedInOneLineOrComparedByNumbers() throws IOException {
        List<byte[]> originals = List.of(
                resource("samples/jmh-1.21.json"),
                resource("samples/jmh-1.37-sample.json"),
                new JmhText()
                        .add(
                                "a.B.c",
                                "avgt",
                                4,
                                Map.of("x", "1"),
                                "ns/op",
                                Map.of("footprint", new double[] {8, 8}),
                                5,
                                6)
                        .add("a.B.d", "thrpt", "ops/s", 1, 2, 3)
                        .text()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return java.util.stream.LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed + ", " + FILES + " files", () -> {
                    Random random = new Random(seed);
                    int refused = 0;
                    for (int i = 0; i < FILES; i++) {
                        byte[] original = originals.get(random.nextInt(originals.size()));
                        refused += tryOne(original, mutated(original, random)) ? 0 : 1;
                    }
                    assertThat(refused).as("damage that is found").isBetween(FILES / 3, FILES - 1);
                }));
    }

    /** Whether the file could be read. */
    private static boolean tryOne(byte[] original, byte[] mutated) {
        try {
            Session session = read(mutated, "mutated.json");
            Session sound = read(original, "original.json");
            if (session.isEmpty()) {
                return true;
            }
            Comparison comparison = Comparer.compare(List.of(sound), List.of(session), List.of(), Options.DEFAULT);
            comparison.rows().forEach(MutatedFilesTest::requireNumbers);
            assertThat(JsonReport.render(comparison)).doesNotContain(" : NaN", " : Infinity", " : -Infinity");
            return true;
        } catch (BadInputException e) {
            assertThat(e).message().contains(".json").hasLineCount(1);
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(
                    "on this file:\n" + new String(mutated, java.nio.charset.StandardCharsets.UTF_8), e);
        }
    }

    private static void requireNumbers(Row row) {
        boolean judged = row.verdict() instanceof Verdict.Regressed
                || row.verdict() instanceof Verdict.Improved
                || row.verdict() instanceof Verdict.Equivalent;
        if (judged) {
            assertThat(row.base()).isPresent();
            assertThat(row.current()).isPresent();
            assertThat(row.verdict().change().orElseThrow().absolute()).isFinite();
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int damages = 1 + random.nextInt(3);
        for (int i = 0; i < damages; i++) {
            bytes = damaged(bytes, random);
        }
        return bytes;
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> java.util.Arrays.copyOf(bytes, at);
            case 2 -> spliced(bytes, at, length, new byte[0]);
            case 3 -> spliced(bytes, at, 0, java.util.Arrays.copyOfRange(bytes, at, at + length));
            case 4 -> spliced(bytes, at, 0, splice(random));
            default -> value(bytes, at, random);
        };
    }

    /** Puts something else in place of a whole value, which keeps the file well-formed more often than not. */
    private static byte[] value(byte[] bytes, int from, Random random) {
        List<Integer> colons = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ':' || bytes[i] == '[') {
                colons.add(i);
            }
        }
        if (colons.isEmpty()) {
            return bytes;
        }
        int start = colons.get(from % colons.size()) + 1;
        int end = start;
        while (end < bytes.length && bytes[end] != ',' && bytes[end] != '\n' && bytes[end] != ']') {
            end++;
        }
        return spliced(bytes, start, end - start, splice(random));
    }

    private static byte[] splice(Random random) {
        return SPLICES.get(random.nextInt(SPLICES.size())).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
        byte[] result = new byte[bytes.length - removed + inserted.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(inserted, 0, result, at, inserted.length);
        System.arraycopy(bytes, at + removed, result, at + inserted.length, bytes.length - at - removed);
        return result;
    }

    private static Session read(byte[] bytes, String name) {
        return JmhReader.read(new ByteArrayInputStream(bytes), name);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(MutatedFilesTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }
}
