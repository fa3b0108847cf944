package org.evenkeel.suite.ab.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.evenkeel.compare.analysis.Needed;
import org.evenkeel.compare.analysis.NoiseSource;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Evidence;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.Interval;
import org.evenkeel.suite.ab.analysis.TogetherTest;

/**
 * The forms of one hot path, judged together: its code got slower, or allocates more, where all of them say so, each a little.
 *
 * <p>Sure is what the first look says that is sure; looks behind it change nothing.
 */
public final class FormsTogether {

    /**
     * Other bytes of the same speed, a method moved or renamed, can make compilers decide otherwise, and a percent or two with it.
     */
    private static final double LEAST_SLOWDOWN = 0.03;

    /** Forks differ by what their callers happened to ask for, not by what compilers decide. */
    private static final double LEAST_ALLOCATION = 0.02;

    /** Of unchanged code a look is as suspicious in one case of ten. */
    private static final double SUSPICIOUS = 0.2;

    private final Identity identity;
    private final TogetherTest.Together look;
    private final AllForms what;
    private final double effect;
    private final double alpha;
    private final double margin;

    private FormsTogether(
            AllForms what, Identity identity, TogetherTest.Together look, double effect, Options options) {
        this.what = what;
        this.identity = identity;
        this.look = look;
        this.effect = effect;
        this.alpha = options.alpha();
        this.margin = options.margin();
    }

    /**
     * How the forms of a path stand together.
     *
     * @param forms at least one
     * @param options what is asked; its alpha is what this may err by
     * @param isOpen whether a form is still measured: a look waits for all of these but the one that is behind
     * @return empty before the first look, and where there are not two forms
     */
    public static Optional<FormsTogether> of(
            AllForms what, List<Measured> forms, Options options, Predicate<Measured> isOpen) {
        List<double[]> ratios = forms.stream().map(form -> ratios(what, form)).toList();
        int most = ratios.stream().mapToInt(blocks -> blocks.length).max().orElse(0);
        int[] open = IntStream.range(0, forms.size())
                .filter(form -> isOpen.test(forms.get(form)))
                .map(form -> ratios.get(form).length)
                .sorted()
                .toArray();
        // Of a crowd a block can take as long as all others together.
        int seen = open.length == 0 ? most : open[open.length > 2 ? 1 : 0];
        TogetherTest test = new TogetherTest(options.alpha());
        Identity first = forms.get(0).identity();
        Identity identity = new Identity(
                first.benchmark().replaceFirst("[^.]*$", AllForms.BENCHMARK),
                first.mode(),
                1,
                first.params(),
                what.metric().name());
        Optional<FormsTogether> last = Optional.empty();
        for (int rounds = TogetherTest.ROUNDS_OF_THE_LARGE; rounds <= seen; rounds++) {
            if (!TogetherTest.isLook(rounds)) {
                continue;
            }
            Optional<FormsTogether> now = test.lookAt(ratios, rounds)
                    .map(look ->
                            new FormsTogether(what, identity, look, effectAt(what, look.rounds(), options), options));
            last = now.isPresent() ? now : last;
            if (now.filter(FormsTogether::isChange).isPresent()) {
                break;
            }
        }
        return last;
    }

    /** What a look has to show at least before anybody is told, as a log ratio. */
    public static double effectAt(AllForms what, int rounds, Options options) {
        double least = what == AllForms.TIME ? LEAST_SLOWDOWN : LEAST_ALLOCATION;
        return Math.log1p(TogetherTest.isEarly(rounds) ? TogetherTest.LARGE : Math.max(least, options.minimumEffect()));
    }

    private static double[] ratios(AllForms what, Measured form) {
        return what == AllForms.TIME
                ? form.logRatios().stream().mapToDouble(LogRatio::middle).toArray()
                : form.allocationRatios();
    }

    /** Whether the path surely got slower, or allocates more. */
    public boolean isSlower() {
        return look.interval().lower() > effect;
    }

    /** Whether it looks slower, so that more blocks may well show it. */
    public boolean mayBeSlower() {
        return look.difference() > 0 && look.pValue() < SUSPICIOUS;
    }

    /** Whether more blocks could hardly show that it is slower: together the forms exclude the margin. */
    public boolean isSurelyNotSlower() {
        return look.range().upper() < Math.log1p(margin);
    }

    private boolean isFaster() {
        return look.interval().upper() < -effect;
    }

    private boolean isNoChange() {
        return look.range().upper() < Math.log1p(margin) && look.range().lower() > -Math.log1p(margin);
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
                Math.expm1(look.range().lower()), Math.expm1(look.range().upper()), 1 - alpha);
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
                        : isNoChange()
                                ? new Verdict.Equivalent(change)
                                : new Verdict.Inconclusive(
                                        Optional.of(change), true, "its forms together show no change yet");
        return new Row(
                identity, what.metric(), OptionalDouble.of(1), OptionalDouble.of(1 + ratio), verdict, isChange());
    }
}
