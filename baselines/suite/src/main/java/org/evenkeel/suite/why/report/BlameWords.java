package org.evenkeel.suite.why.report;

import java.util.Locale;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.samples.code.SourceDiff;
import org.evenkeel.compare.samples.code.TouchedMethod;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.profile.analysis.BlamedFrame;

/** How a frame, its change and its edit are said. */
final class BlameWords {

    private BlameWords() {}

    /** Class and method; the package is left out. */
    static String shortName(String frame) {
        int method = frame.lastIndexOf('.');
        int type = method < 0 ? -1 : frame.lastIndexOf('.', method - 1);
        return PlainText.line(frame.substring(type + 1));
    }

    /** The change in a unit that suits it, with its sign. */
    static String change(ProfileEvent event, BlamedFrame frame) {
        OptionalDouble change = OptionalDouble.of(frame.change().value());
        Quantity quantity = Quantity.of(event.unit(), change);
        return (frame.change().value() > 0 ? "+" : "") + quantity.show(change) + " " + quantity.unit();
    }

    /** What became of its code, and where. */
    static String edit(BlamedFrame frame, SourceDiff diff) {
        if (frame.touched().isEmpty()) {
            return "";
        }
        TouchedMethod method = frame.touched().get();
        String what = switch (method.kind()) {
            case CHANGED -> "changed";
            case ADDED -> "new";
            case REMOVED -> "gone";
        };
        return method.lineIn(diff)
                .map(line -> String.format(
                        Locale.ROOT, "%s in this diff, %s line %d", what, PlainText.line(method.sourceFile()), line))
                .orElseGet(() -> method.firstLine() == 0
                        ? what
                        : String.format(
                                Locale.ROOT,
                                "%s, %s lines %d to %d",
                                what,
                                PlainText.line(method.sourceFile()),
                                method.firstLine(),
                                method.lastLine()));
    }
}
