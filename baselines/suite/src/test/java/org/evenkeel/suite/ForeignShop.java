package org.evenkeel.suite;

import java.io.IOException;
import java.nio.file.Path;

/** A stranger's benchmarks in several versions. */
public final class ForeignShop {

    private static final String BENCHMARKS = """
            import java.util.*;
            import org.openjdk.jmh.annotations.*;

            @State(Scope.Benchmark)
            public class ShopBench {
                @Param("3")
                int items;

                Basket basket;
                List<Object> kept;

                @Setup
                public void open() {
                    basket = new Basket(items);
                    kept = new ArrayList<>();
                }

                @Benchmark
                public long total() {
                    return basket.total();
                }

                @Benchmark
                public byte[] receipt() {
                    return basket.receipt();
                }

                @Benchmark
                public void keeps() {
                    org.openjdk.jmh.infra.Blackhole.consumeCPU(20_000);
                    kept.add(new long[4]);
                }

                @Benchmark
                public void fails() {
                    throw new IllegalStateException("out of stock");
                }
            }
            """;

    private static final String BASKET = """
            public final class Basket {
                private final int items;

                public Basket(int items) {
                    this.items = items;
                }

                public long total() {
                    return rounded(items);
                }

                static long rounded(int items) {
                    long sum = items;
                    for (int i = 0; i < %d; i++) {
                        sum += (sum << 3) ^ i;
                    }
                    return sum;
                }

                public byte[] receipt() {
                    return printed(items);
                }

                static byte[] printed(int items) {
                    return new byte[%d];
                }
            }
            """;

    /** A benchmark that reaches nothing of the basket, and asks for a mode of its own. */
    private static final String LABEL = """
            import org.openjdk.jmh.annotations.*;

            @State(Scope.Benchmark)
            public class LabelBench {
                int items = 3;

                @Benchmark
                @BenchmarkMode(Mode.AverageTime)
                public int label() {
                    return Integer.toString(items).length();
                }
            }
            """;

    private ForeignShop() {}

    /** As it was. */
    public static Path before(Path jar) throws IOException {
        return jar(jar, 200, 100);
    }

    /** With a basket that adds up three times as long, and prints ten times as much. */
    public static Path after(Path jar) throws IOException {
        return jar(jar, 600, 1_000);
    }

    /** As it was, but for the class of the labels, which is called otherwise now. */
    public static Path renamed(Path jar) throws IOException {
        return new ForeignJar()
                .with("org.acme.ShopBench", BENCHMARKS)
                .with("org.acme.Basket", BASKET.formatted(200, 100))
                .with("org.acme.TitleBench", LABEL.replace("LabelBench", "TitleBench"))
                .in(jar);
    }

    private static Path jar(Path jar, int loops, int bytes) throws IOException {
        return new ForeignJar()
                .with("org.acme.ShopBench", BENCHMARKS)
                .with("org.acme.Basket", BASKET.formatted(loops, bytes))
                .with("org.acme.LabelBench", LABEL)
                .in(jar);
    }
}
