package org.evenkeel.suite.bisect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param suspicion what got worse
 * @param suspects the commits that it may have been, oldest first; one where it was found
 * @param steps what became of each commit that was looked at, in that order
 */
record BisectReport(Path repository, String good, Suspicion suspicion, List<String> suspects, List<Step> steps) {

    /** The result for programs. */
    static final String FILE = "bisect.json";

    BisectReport {
        suspects = List.copyOf(suspects);
        steps = List.copyOf(steps);
    }

    void write(Path folder) {
        ObjectNode tree = new ObjectMapper().createObjectNode();
        tree.put("format", "evenkeel-bisect/1")
                .put("good", good)
                .put("benchmark", suspicion.row().identity().toString())
                .put("relative", suspicion.relative());
        ArrayNode may = tree.putArray("suspects");
        suspects.forEach(may::add);
        ArrayNode all = tree.putArray("steps");
        steps.forEach(step -> all.addObject()
                .put("commit", step.commit())
                .put("answer", step.answer().name().toLowerCase(Locale.ROOT))
                .put("why", step.why()));
        AtomicFiles.write(folder.resolve(FILE), tree.toPrettyString() + "\n");
    }

    String text() {
        StringBuilder text = new StringBuilder(suspicion.words()).append('\n');
        if (suspects.size() == 1) {
            text.append("It came with ").append(described(suspects.get(0))).append('\n');
        } else {
            text.append("It came with one of ").append(suspects.size()).append(":\n");
            suspects.forEach(
                    suspect -> text.append("  ").append(described(suspect)).append('\n'));
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("commit", "is", "beside the good one"));
        steps.forEach(step -> table.add(List.of(
                BaseCommit.shortened(step.commit()),
                switch (step.answer()) {
                    case GOOD -> "good";
                    case BAD -> "bad";
                    case UNKNOWN, UNTESTABLE -> "not known";
                },
                step.why())));
        long measured = steps.stream().filter(Step::isMeasured).count();
        return text.append('\n')
                .append(TextTable.render(table))
                .append(String.format(
                        Locale.ROOT,
                        "%nMeasured: %s, each wrong in at most %s of cases; so the answer is in at most %s.%n",
                        Words.counted((int) measured, "commit"),
                        Words.share(SequentialRule.OPTIONS.alpha()),
                        Words.share(measured * SequentialRule.OPTIONS.alpha())))
                .toString();
    }

    private String described(String commit) {
        return PlainText.line(GitTree.describe(repository, commit));
    }
}
