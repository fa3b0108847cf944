package org.evenkeel.suite.profile.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.samples.ForkProfile;
import org.junit.jupiter.api.Test;

class EventProfileTest {

    @Test
    void processorTime_isThatOfTheOperatingSystem_howeverManySamplesWereLost() {
        ForkProfile fork = Forks.fork(
                ProfileEvent.CPU,
                Forks.JMH + "a/A.request_[j];a/A.hot_[i] 200",
                Forks.JMH + "a/A.request_[j] 50",
                "start_thread;CompileBroker::loop 50");

        EventProfile profile = EventProfile.of(List.of(fork), false);

        assertThat(profile.rows())
                .extracting(FrameRow::frame, row -> row.own().value(), FrameRow::total)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.A.hot", 1_000.0, 1_000.0),
                        org.assertj.core.groups.Tuple.tuple("a.A.request", 250.0, 1_250.0));
        assertThat(profile.places()).isEqualTo(Map.of(Place.CALLERS, 1_250.0, Place.JVM, 250.0));
    }

    @Test
    void wallTime_ofCallers_addsUpToWhatTheyHad() {
        ForkProfile fork = Forks.fork(
                ProfileEvent.WALL,
                Forks.JMH + "a/A.request_[j];java/lang/Thread.sleep_[0];__nanosleep 30",
                Forks.JMH + "a/A.other_[j] 10",
                "java/lang/Thread.run_[0];a/Worker.wait_[0] 5000");

        EventProfile profile = EventProfile.of(List.of(fork), false);

        assertThat(profile.tabled()).isCloseTo(2 * 1_000_000 / 1_000.0, within(1e-9));
        assertThat(profile.rows().get(0).frame()).isEqualTo("a.A.request");
        assertThat(profile.rows().get(0).mostlyIn()).isEqualTo("__nanosleep");
    }

    @Test
    void platformFrames_areChargedToTheirCaller_unlessAllAreAskedFor() {
        ForkProfile fork = Forks.fork(
                ProfileEvent.ALLOC,
                Forks.JMH + "a/A.request_[j];java/util/HashMap.resize_[j];java/util/HashMap$Node[]_[i] 4000");

        assertThat(EventProfile.of(List.of(fork), false).rows())
                .extracting(FrameRow::frame, FrameRow::mostlyIn)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a.A.request", "java.util.HashMap$Node[]"));
        assertThat(EventProfile.of(List.of(fork), true).rows())
                .extracting(FrameRow::frame, row -> row.own().value())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("java.util.HashMap.resize", 4.0),
                        org.assertj.core.groups.Tuple.tuple("a.A.request", 0.0));
    }

    @Test
    void aBenchmarkThatIsNotOurs_isFoldedAtItsStub() {
        ForkProfile fork = Forks.fork(
                ProfileEvent.ALLOC,
                "x/jmh_generated/Mine_parse_jmhTest.parse_avgt_jmhStub_[j];x/Mine.parse_[j];byte[]_[i] 1000",
                "x/jmh_generated/Mine_parse_jmhTest.parse_AverageTime_[j];byte[]_[i] 1000");

        EventProfile profile = EventProfile.of(List.of(fork), false);

        assertThat(profile.rows()).extracting(FrameRow::frame).containsExactly("x.Mine.parse");
        assertThat(profile.places()).containsEntry(Place.HARNESS, 1.0);
    }

    /** Own sizes are a partition; a total is at least its own and at most everything. */
    @Test
    void ownSizes_ofRandomStacks_addUpToTheWhole() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            String[] lines = new String[20];
            long whole = 0;
            for (int i = 0; i < lines.length; i++) {
                int value = 1 + random.nextInt(1_000);
                whole += value;
                lines[i] = Forks.JMH
                        + random.ints(1 + random.nextInt(6), 0, 5)
                                .mapToObj(frame -> frame == 0 ? "java/util/List.get_[j]" : "a/A.m" + frame + "_[j]")
                                .collect(Collectors.joining(";"))
                        + " " + value;
            }
            double expected = whole / 1_000.0;
            EventProfile profile = EventProfile.of(List.of(Forks.fork(ProfileEvent.NATIVEMEM, lines)), false);

            assertThat(profile.tabled()).isCloseTo(expected, within(1e-9));
            assertThat(profile.rows())
                    .allSatisfy(
                            row -> assertThat(row.total()).isBetween(row.own().value() - 1e-9, expected + 1e-9));
        }
    }

    @Test
    void locks_nameTheWaitAndTheHolder() {
        String lock = "a/Pool_[i]";
        ForkProfile fork = Forks.fork(
                ProfileEvent.LOCK,
                Forks.JMH + "a/A.take_[j];java/util/concurrent/locks/ReentrantLock.lock_[j];" + lock + " 3000000",
                Forks.JMH + "a/A.give_[j];" + lock + " 1000000");
        ForkProfile holders = Forks.fork(
                ProfileEvent.LOCK, "a.B.audit_[j];java.io.Stream.flush_[j];a.Pool_[i] 90", "a.A.take_[j];a.Pool_[i] 3");

        assertThat(ContendedLock.of(List.of(fork), holders.sizes()))
                .containsExactly(new ContendedLock("a.Pool", 4_000, 4_000, 4, "a.A.take", "a.B.audit"));
    }
}
