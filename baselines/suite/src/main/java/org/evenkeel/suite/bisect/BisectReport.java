package org.evenkeel.suite.bisect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.compare.report.Words;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.sides.BaseCommit;
import org.evenkeel.suite.sides.GitTree;

/**
 * What a search found.
 *
 * @param repository whose commits they are
 * @param good the commit that was fast
 * @param found what got worse
 * @param suspects the commits that it may have been, oldest first; one where it was found
 * @param steps what became of each commit that was looked at, in that order
 */
record BisectReport(Path repository, String good, Found found, List<String> suspects, List<Step> steps) {

    /** The result for programs. */
    static final String FILE = "bisect.json";

    /**
     * What got worse.
     *
     * @param benchmark its name
     * @param words all of it in a line
     * @param relative by how much; empty for a leak
     * @param wrong how often one measured commit is called wrongly at the most; 0 where nobody can say
     */
    record Found(String benchmark, String words, OptionalDouble relative, double wrong) {

        /** Time or bytes. */
        static Found of(Suspicion suspicion) {
            return new Found(
                    suspicion.row().identity().toString(),
                    suspicion.words(),
                    OptionalDouble.of(suspicion.relative()),
                    SequentialRule.OPTIONS.alpha());
        }

        /** Growth that does not stop. */
        static Found leak(String subject, String why) {
            return new Found(subject, subject + ": " + why, OptionalDouble.empty(), 0);
        }
    }

    BisectReport {
        suspects = List.copyOf(suspects);
        steps = List.copyOf(steps);
    }

    void write(Path folder) {
        ObjectNode tree = new ObjectMapper().createObjectNode();
        tree.put("format", "evenkeel-bisect/1")
                .put("good", good)
                .put("benchmark", found.benchmark())
                .put("what", found.words());
        found.relative().ifPresent(relative -> tree.put("relative", relative));
        ArrayNode may = tree.putArray("suspects");
        suspects.forEach(may::add);
        if (suspects.size() == 1) {
            tree.put("commit", described(suspects.get(0)));
        }
        ArrayNode all = tree.putArray("steps");
        steps.forEach(step -> all.addObject()
                .put("commit", step.commit())
                .put("answer", step.answer().name().toLowerCase(Locale.ROOT))
                .put("why", step.why()));
        AtomicFiles.write(folder.resolve(FILE), tree.toPrettyString() + "\n");
    }

    String text() {
        StringBuilder text = new StringBuilder(found.words()).append('\n');
        if (suspects.size() == 1) {
            text.append("It came with ").append(described(suspects.get(0))).append('\n');
        } else {
            text.append("It came with one of ").append(suspects.size()).append(":\n");
            suspects.forEach(
                    suspect -> text.append("  ").append(described(suspect)).append('\n'));
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("commit", "is", found.wrong() == 0 ? "its leak check" : "beside the good one"));
        steps.forEach(step -> table.add(List.of(
                BaseCommit.shortened(step.commit()),
                switch (step.answer()) {
                    case GOOD -> "good";
                    case BAD -> "bad";
                    case UNKNOWN, UNTESTABLE -> "not known";
                },
                step.why())));
        long measured = steps.stream().filter(Step::isMeasured).count();
        text.append('\n').append(TextTable.render(table)).append('\n');
        return found.wrong() == 0
                ? text.append("Checked for leaks: ")
                        .append(Words.counted((int) measured + 1, "commit"))
                        .append(", the good one among them.\n")
                        .toString()
                : text.append(String.format(
                                Locale.ROOT,
                                "Measured: %s, each wrong in at most %s of cases; so the answer is in at most %s.%n",
                                Words.counted((int) measured, "commit"),
                                Words.share(found.wrong()),
                                Words.share(measured * found.wrong())))
                        .toString();
    }

    private String described(String commit) {
        return PlainText.line(GitTree.describe(repository, commit));
    }
}
