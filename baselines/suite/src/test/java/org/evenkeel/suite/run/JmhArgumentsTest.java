package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;

/** What JMH itself makes of them. */
class JmhArgumentsTest {

    private static final JmhArguments ALL = JmhArguments.of("a.B$C.run", "avgt", Map.of("size", "1 000"))
            .unit("us")
            .forks(2)
            .warmup(0, Duration.ZERO)
            .measured(15, Duration.ofMillis(1500))
            .profiler("one.Two:a=b;c=d")
            .profiler("gc")
            .jvm(List.of("-Xmx1g", "-Dname=with a space"), "seed=1");

    @Test
    void words_nameWithADollar_selectsThatBenchmarkAlone() throws CommandLineOptionException {
        String pattern = read(ALL).getIncludes().get(0);

        assertThat("a.B$C.run").containsPattern(pattern);
        assertThat("a.B$C.runAll").doesNotContainPattern(pattern);
    }

    @Test
    void words_shape_isReadAsItIs() throws CommandLineOptionException {
        CommandLineOptions read = read(ALL);

        assertThat(read.getForkCount().get()).isEqualTo(2);
        assertThat(read.getWarmupForkCount().get()).isZero();
        assertThat(read.getWarmupIterations().get()).isZero();
        assertThat(read.getMeasurementIterations().get()).isEqualTo(15);
        assertThat(read.getMeasurementTime().get().getTime()).isEqualTo(1500);
        assertThat(read.getParameter("size").get()).containsExactly("1 000");
    }

    @Test
    void words_profilers_keepTheirOrder() throws CommandLineOptionException {
        assertThat(read(ALL).getProfilers())
                .extracting(ProfilerConfig::getKlass)
                .containsExactly("one.Two", "gc");
    }

    @Test
    void words_argumentOfTheJvmWithASpace_isOne() throws CommandLineOptionException {
        assertThat(read(ALL).getJvmArgsAppend().get())
                .containsExactly("-Xmx1g", "-Dname=with a space", "-Devenkeel.faults=seed=1");
    }

    @Test
    void words_noArgumentsOfTheJvm_leaveThoseOfTheBenchmark() throws CommandLineOptionException {
        assertThat(read(JmhArguments.of("a.B.c", "avgt", Map.of()).jvm(List.of(), ""))
                        .getJvmArgsAppend()
                        .hasValue())
                .isFalse();
    }

    private static CommandLineOptions read(JmhArguments arguments) throws CommandLineOptionException {
        return new CommandLineOptions(arguments.words().toArray(String[]::new));
    }
}
