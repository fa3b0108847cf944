package org.evenkeel.baselines.verdict.sequential;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.evenkeel.baselines.analysis.Needed;
import org.evenkeel.baselines.analysis.NoiseSource;
import org.evenkeel.baselines.analysis.sequential.TogetherTest;
import org.evenkeel.baselines.samples.Direction;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.baselines.samples.Metric;
import org.evenkeel.baselines.samples.MetricKind;
import org.evenkeel.baselines.verdict.Change;
import org.evenkeel.baselines.verdict.Evidence;
import org.evenkeel.baselines.verdict.Options;
import org.evenkeel.baselines.verdict.Row;
import org.evenkeel.baselines.verdict.Verdict;
import org.evenkeel.leakcheck.analysis.Interval;

/**
 * The forms of one hot path, judged together: its code got slower where all of them say so, each a little.
 *
 * <p>Sure is what the first look says that is sure; looks behind it change nothing.
 */
public final class FormsTogether {

    /** The name of the metric: the time per operation of the current side, the base's being 1. */
    public static final String METRIC = "score.together";

    /** What takes the place of a form in the name of the benchmark. */
    public static final String ALL_FORMS = "allForms";

    /**
     * By how much the forms have to differ before anybody is told. Other bytes of the same speed, a method moved or renamed, can
     * make compilers decide otherwise, and a percent with it.
     */
    private static final double EFFECT = 0.03;

    /** Of unchanged code a look is as suspicious in one case of ten. */
    private static final double SUSPICIOUS = 0.2;

    private final Identity identity;
    private final TogetherTest.Together look;
    private final double effect;
    private final double alpha;

    private FormsTogether(Identity identity, TogetherTest.Together look, double effect, double alpha) {
        this.identity = identity;
        this.look = look;
        this.effect = effect;
        this.alpha = alpha;
    }

    /**
     * How the forms of a path stand together.
     *
     * @param forms at least one
     * @param options what is asked; its alpha is what this may err by
     * @param isOpen whether a form is still measured: a look waits for it
     * @return empty before the first look, and where there are not two forms
     */
    public static Optional<FormsTogether> of(List<Measured> forms, Options options, Predicate<Measured> isOpen) {
        List<double[]> ratios = forms.stream()
                .map(form ->
                        form.logRatios().stream().mapToDouble(LogRatio::middle).toArray())
                .toList();
        int most = ratios.stream().mapToInt(blocks -> blocks.length).max().orElse(0);
        int seen = IntStream.range(0, forms.size())
                .filter(form -> isOpen.test(forms.get(form)))
                .map(form -> ratios.get(form).length)
                .min()
                .orElse(most);
        TogetherTest test = new TogetherTest(options.alpha());
        Identity first = forms.get(0).identity();
        Identity identity = new Identity(
                first.benchmark().replaceFirst("[^.]*$", ALL_FORMS), first.mode(), 1, first.params(), METRIC);
        Optional<FormsTogether> last = Optional.empty();
        for (int rounds = TogetherTest.ROUNDS_OF_THE_LARGE; rounds <= seen; rounds++) {
            if (!TogetherTest.isLook(rounds)) {
                continue;
            }
            Optional<FormsTogether> now = test.lookAt(ratios, rounds)
                    .map(look -> new FormsTogether(
                            identity,
                            look,
                            Math.log1p(look.isEarly() ? TogetherTest.LARGE : Math.max(EFFECT, options.minimumEffect())),
                            options.alpha()));
            last = now.isPresent() ? now : last;
            if (now.filter(FormsTogether::isChange).isPresent()) {
                break;
            }
        }
        return last;
    }

    /** Whether the path surely got slower. */
    public boolean isSlower() {
        return look.interval().lower() > effect;
    }

    /** Whether it looks slower, so that more blocks may well show it. */
    public boolean mayBeSlower() {
        return look.difference() > 0 && look.pValue() < SUSPICIOUS;
    }

    private boolean isFaster() {
        return look.interval().upper() < -effect;
    }

    private boolean isChange() {
        return isSlower() || isFaster();
    }

    /** After how many blocks of each form this is said. */
    public int rounds() {
        return look.rounds();
    }

    /** The verdict; it counts where it is a change. */
    public Row row() {
        double ratio = Math.expm1(look.difference());
        Interval bounds = new Interval(
                Math.expm1(look.interval().lower()), Math.expm1(look.interval().upper()), 1 - alpha);
        Change change = new Change(
                ratio,
                OptionalDouble.of(ratio),
                Optional.of(bounds),
                Optional.of(new Evidence(
                        look.pValue(), look.pValue(), OptionalDouble.empty(), Needed.UNKNOWN, NoiseSource.FORKS)));
        Verdict verdict = isSlower()
                ? new Verdict.Regressed(change)
                : isFaster()
                        ? new Verdict.Improved(change)
                        : new Verdict.Inconclusive(Optional.of(change), true, "its forms together show no change yet");
        return new Row(
                identity,
                new Metric(METRIC, "x", MetricKind.TIME, Direction.SMALLER_IS_BETTER),
                OptionalDouble.of(1),
                OptionalDouble.of(1 + ratio),
                verdict,
                isChange());
    }
}
