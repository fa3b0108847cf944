package org.evenkeel.suite.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;

/**
 * How fast the machine is at the moment: the time that a fixed piece of work takes on all its processors at once. On a shared
 * host the same machine runs at half its speed for minutes, with nobody else to be seen in it: neighbours of a virtual
 * machine take caches, memory bandwidth and the other half of a core, and no counter tells.
 *
 * <p>The work is zlib's, in native code, so it takes as long in a JVM that has just started as in any other.
 */
final class Yardstick {

    private static final int INPUT_BYTES = 1 << 16;
    /** The fastest of so many rounds: what else this machine does then interrupts some, and not all. */
    private static final int ROUNDS = 8;

    private static final int WORDS = 2_000;

    private Yardstick() {}

    /** Microseconds for the work, the mean over the processors of the fastest round of each. */
    static double micros() throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(processors);
        try {
            byte[] input = input();
            CyclicBarrier together = new CyclicBarrier(processors);
            List<Future<Long>> fastest = new ArrayList<>();
            for (int i = 0; i < processors; i++) {
                fastest.add(threads.submit((Callable<Long>) () -> {
                    together.await();
                    return fastestNanos(input);
                }));
            }
            double sum = 0;
            for (Future<Long> one : fastest) {
                sum += one.get();
            }
            return sum / processors / 1_000;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static long fastestNanos(byte[] input) {
        byte[] output = new byte[2 * INPUT_BYTES];
        Deflater deflater = new Deflater();
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            deflater.reset();
            deflater.setInput(input);
            deflater.finish();
            while (!deflater.finished()) {
                deflater.deflate(output);
            }
            nanos[round] = System.nanoTime() - start;
        }
        deflater.end();
        return Arrays.stream(nanos).min().orElseThrow();
    }

    /** Words of which some are common, as in a text. */
    private static byte[] input() {
        Random random = new Random(1);
        byte[][] words = new byte[WORDS][];
        for (int i = 0; i < WORDS; i++) {
            words[i] = new byte[2 + random.nextInt(8)];
            for (int j = 0; j < words[i].length; j++) {
                words[i][j] = (byte) ('a' + random.nextInt(26));
            }
        }
        byte[] text = new byte[INPUT_BYTES];
        int at = 0;
        while (at < INPUT_BYTES) {
            double share = random.nextDouble();
            byte[] word = words[(int) (share * share * share * WORDS)];
            for (int j = 0; j < word.length && at < INPUT_BYTES; j++) {
                text[at++] = word[j];
            }
            if (at < INPUT_BYTES) {
                text[at++] = ' ';
            }
        }
        return text;
    }
}
