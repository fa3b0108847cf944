package org.evenkeel.leakcheck.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.heap.StackFrame;
import org.evenkeel.leakcheck.samples.heap.StackTally;
import org.junit.jupiter.api.Test;

class AllocationSitesTest {

    private static final StackFrame COPY = new StackFrame("java.util.Arrays.copyOf", 3537);

    @Test
    void of_twoStacksOneOfWhichStays_ranksThatFirst() {
        List<AllocationSite> sites = AllocationSites.of(
                List.of(
                        new StackTally("[B", List.of(line("garbage", 10)), 100_000, 6_400_000, 0, 0),
                        new StackTally("[B", List.of(COPY, line("add", 42)), 1_000, 64_000, 50, 3_200)),
                Map.of("[B", new ClassCount(1_000, 64_000)));

        assertThat(sites.get(0).line().orElseThrow()).isEqualTo(line("add", 42));
        assertThat(sites.get(0).share()).isEqualTo(1, within(1e-9));
        assertThat(sites.get(0).seenAlive()).isTrue();
    }

    @Test
    void of_classesThatDoNotGrow_areLeftOut() {
        assertThat(AllocationSites.of(
                        List.of(new StackTally("com.acme.Garbage", List.of(line("run", 7)), 10, 160, 10, 160)),
                        Map.of("com.acme.Entry", new ClassCount(10, 160))))
                .isEmpty();
    }

    @Test
    void of_oneLineThatAllocatesTwoClasses_addsUp() {
        List<AllocationSite> sites = AllocationSites.of(
                List.of(
                        new StackTally("com.acme.Entry", List.of(line("add", 42)), 10, 160, 10, 160),
                        new StackTally("[B", List.of(line("add", 42)), 10, 640, 10, 640)),
                Map.of("com.acme.Entry", new ClassCount(10, 160), "[B", new ClassCount(10, 640)));

        assertThat(sites).hasSize(1);
        assertThat(sites.get(0).type()).isEqualTo("[B");
        assertThat(sites.get(0).share()).isEqualTo(1, within(1e-9));
    }

    @Test
    void of_nativeMemoryThatIsNotFreed_isShared() {
        List<AllocationSite> sites = AllocationSites.of(
                List.of(
                        new StackTally("", List.of(line("allocate", 5)), 100, 6_400, 75, 4_800),
                        new StackTally("", List.of(line("other", 6)), 100, 6_400, 25, 1_600)),
                Map.of());

        assertThat(sites).extracting(AllocationSite::share).containsExactly(0.75, 0.25);
    }

    @Test
    void toString_frame_isAsInAStackTrace() {
        assertThat(line("add", 42)).hasToString("com.acme.Registry$Inner.add(Registry.java:42)");
    }

    private static StackFrame line(String method, int number) {
        return new StackFrame("com.acme.Registry$Inner." + method, number);
    }
}
