package org.evenkeel.suite.profile.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.samples.Frame.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as async-profiler 4.5 writes them with the option {@code ann}. */
class CollapsedReaderTest {

    @Test
    void read_aLineOfProcessorTime_knowsJavaNativeAndKernelFrames() {
        Stack stack = CollapsedReader.read(
                        "f",
                        "a/b/C$D.run_[0];a/b/C.get_[i];os::javaTimeNanos;do_syscall_64_[k] 740000000\n",
                        ProfileEvent.CPU)
                .get(0);

        assertThat(stack.value()).isEqualTo(7.4e8);
        assertThat(stack.frames())
                .containsExactly(
                        new Frame("a.b.C$D.run", Kind.JAVA),
                        new Frame("a.b.C.get", Kind.JAVA),
                        new Frame("os::javaTimeNanos", Kind.NATIVE),
                        new Frame("do_syscall_64", Kind.KERNEL));
    }

    @Test
    void read_aLineOfAllocation_endsWithTheClass() {
        Stack stack = CollapsedReader.read("f", "a/B.c_[j];byte[]_[i] 131072\n", ProfileEvent.ALLOC)
                .get(0);

        assertThat(stack.frames()).last().isEqualTo(new Frame("byte[]", Kind.OBJECT));
    }

    /** What one JVM numbers, another numbers differently, and a difference of two would show both. */
    @ParameterizedTest
    @CsvSource({
        "a/B$$Lambda$8.0x00007fe238001c70.invoke_[j], a/B$$Lambda$9.0x00007fe238001c99.invoke_[j]",
        "a/B$$Lambda.0x000000003e0a1200.run_[1], a/B$$Lambda.0x000000003e0a7700.run_[1]",
        "java/lang/invoke/LambdaForm$MH.0x0000000800c8.invoke_[i], java/lang/invoke/LambdaForm$MH.0x0000000800d9.invoke_[i]"
    })
    void read_namesThatTheJvmNumbers_areOne(String one, String other) {
        assertThat(frame(one)).isEqualTo(frame(other));
        assertThat(frame(one).name()).endsWith(one.substring(one.lastIndexOf('.'), one.length() - 4));
    }

    @Test
    void read_aLineWithoutANumber_saysWhere() {
        assertThatThrownBy(() -> CollapsedReader.read("x.collapsed", "a;b 1\na;b\n", ProfileEvent.CPU))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("x.collapsed:2")
                .hasMessageContaining("\"a;b\"");
    }

    @Test
    void facts_withoutOperations_areBadInput() {
        assertThatThrownBy(() -> ForkFacts.parse("x.facts", "threads=1\nelapsedNanos=5\ncpuNanos=1\n"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("x.facts");
    }

    private static Frame frame(String text) {
        return CollapsedReader.read("f", text + " 1\n", ProfileEvent.CPU)
                .get(0)
                .frames()
                .get(0);
    }
}
