package org.evenkeel.suite.profile.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evenkeel.compare.samples.code.TouchedMethod;
import org.evenkeel.compare.samples.code.TouchedMethod.Kind;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.samples.ForkProfile;
import org.junit.jupiter.api.Test;

class BlameTest {

    private static final TouchedMethod ANALYZE = touched("analyze", Kind.CHANGED);

    @Test
    void anEditThatDoesItsWorkTwice_isBlamed_notTheMethodsThatItCalls() {
        List<BlamedFrame> frames = Blame.between(
                fork(
                        bytes("a/A.request_[j];a/A.analyze_[j];a/A.split_[j]", 600),
                        bytes("a/A.request_[j];a/A.analyze_[j];a/A.hash_[j]", 600)),
                fork(
                        bytes("a/A.request_[j];a/A.analyze_[j];a/A.split_[j]", 1_200),
                        bytes("a/A.request_[j];a/A.analyze_[j];a/A.hash_[j]", 1_200)),
                List.of(ANALYZE));

        assertThat(frames).singleElement().satisfies(frame -> {
            assertThat(frame.frame()).isEqualTo("a.A.analyze");
            assertThat(frame.change().value()).isCloseTo(1.2, within(1e-9));
            assertThat(frame.touched()).contains(ANALYZE);
        });
    }

    @Test
    void codeThatMovedIntoANewMethod_isNoChange() {
        List<BlamedFrame> frames = Blame.between(
                fork(bytes("a/A.analyze_[j]", 1_000)),
                fork(bytes("a/A.analyze_[j];a/A.helper_[j]", 1_000)),
                List.of(ANALYZE, touched("helper", Kind.ADDED)));

        assertThat(frames).singleElement().satisfies(frame -> {
            assertThat(frame.frame()).isEqualTo("a.A.analyze");
            assertThat(frame.change().value()).isZero();
        });
    }

    @Test
    void aSmallEdit_doesNotHideALargeChangeElsewhere() {
        List<BlamedFrame> frames = Blame.between(
                fork(bytes("a/A.analyze_[j]", 100), bytes("b/B.sort_[j]", 1_000)),
                fork(bytes("a/A.analyze_[j]", 101), bytes("b/B.sort_[j]", 3_000)),
                List.of(ANALYZE));

        assertThat(frames).extracting(BlamedFrame::frame).containsExactly("b.B.sort", "a.A.analyze");
    }

    @Test
    void anEditThatExplainsMostOfIt_goesBeforeNoiseThatIsLarger() {
        List<BlamedFrame> frames = Blame.between(
                fork(bytes("a/A.analyze_[j]", 1_000), bytes("b/B.sort_[j]", 1_000), bytes("c/C.get_[j]", 2_000)),
                fork(bytes("a/A.analyze_[j]", 1_500), bytes("b/B.sort_[j]", 1_600), bytes("c/C.get_[j]", 1_600)),
                List.of(ANALYZE));

        assertThat(frames).extracting(BlamedFrame::frame).containsExactly("a.A.analyze", "b.B.sort", "c.C.get");
    }

    @Test
    void aMethodThatIsNew_belowNothingThatWasEdited_isBlamedItself() {
        List<BlamedFrame> frames = Blame.between(
                fork(bytes("a/A.request_[j]", 10)),
                fork(bytes("a/A.request_[j];a/Log.line_[j];java/lang/String.format_[j]", 500)),
                List.of(new TouchedMethod("a.Log", "line", Kind.ADDED, "a/Log.java", 3, 5)));

        assertThat(frames.get(0).frame()).isEqualTo("a.Log.line");
        assertThat(frames.get(0).before()).isZero();
    }

    private static TouchedMethod touched(String name, Kind kind) {
        return new TouchedMethod("a.A", name, kind, "a/A.java", 1, 9);
    }

    private static List<ForkProfile> fork(String... lines) {
        return List.of(Forks.fork(ProfileEvent.ALLOC, lines));
    }

    private static String bytes(String stack, long bytes) {
        return Forks.JMH + stack + ";byte[]_[i] " + bytes;
    }
}
