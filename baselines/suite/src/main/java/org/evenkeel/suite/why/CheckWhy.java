package org.evenkeel.suite.why;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.code.SourceDiff;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.page.RunPage;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.sides.GitTree;
import org.evenkeel.suite.sides.Sides;
import org.evenkeel.suite.why.analysis.Explanation;
import org.evenkeel.suite.why.report.WhyJson;
import org.evenkeel.suite.why.report.WhyPage;
import org.evenkeel.suite.why.report.WhyText;
import org.jspecify.annotations.Nullable;

/**
 * Explains what a check found worse, in the folder of its run, whose page links to the flame graphs then.
 *
 * @param java the executable of the measured JVMs
 * @param plan of the check
 * @param sides the older code first
 * @param base the commit that the older code was named by; null where it was not
 * @param folder of the run
 * @param err hears of the progress
 */
public record CheckWhy(
        Path java, RunPlan plan, Sides sides, @Nullable String base, Path folder, PrintWriter err) {

    private static final int MOST = 3;
    private static final int FORKS = 3;
    private static final int TOP = 5;

    /** The explanations as text; empty where nothing that can be explained got worse. */
    public String explain(Comparison comparison) throws IOException, InterruptedException {
        List<AbBenchmark> measured = measured(comparison, this::planted);
        List<Explainer.Question> questions = Regressed.questions(comparison, measured);
        if (questions.isEmpty()) {
            return "";
        }
        SourceDiff diff = diff();
        Explainer explainer = new Explainer(
                java, sides, TouchedMethods.between(sides), plan.profile(), FORKS, plan.jvmArguments(), err);
        List<Explanation> explained = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Explainer.Question question : questions.subList(0, Math.min(MOST, questions.size()))) {
            Path place = folder.resolve("profiles").resolve(question.benchmark().fileName());
            Explanation why = explainer.explain(question, place, folder);
            explained.add(why);
            text.append('\n').append(WhyText.render(why, diff, TOP));
            var unused = RunPage.link(place);
        }
        AtomicFiles.write(folder.resolve("why.json"), WhyJson.render(explained, diff));
        Path page = folder.resolve("why.html");
        AtomicFiles.write(page, WhyPage.render("Why it got worse", List.of(), explained, diff));
        return text.append("Page: ").append(page).append('\n').toString();
    }

    /** What ran, as it can run again: a leak check, a footprint, and all forms of a path together have rows too, and are none. */
    static List<AbBenchmark> measured(Comparison comparison, UnaryOperator<String> planted) {
        return comparison.rows().stream()
                .filter(row -> row.metric().kind() == MetricKind.TIME)
                .map(Row::identity)
                .filter(one -> !one.benchmark().endsWith("." + AllForms.BENCHMARK))
                .map(one -> new AbBenchmark(
                        one.benchmark(),
                        one.params(),
                        "thrpt",
                        one.threads(),
                        planted.apply(one.params().getOrDefault("path", ""))))
                .distinct()
                .toList();
    }

    private String planted(String path) {
        return plan.paths().stream()
                .filter(one -> one.spec().toString().equals(path))
                .findFirst()
                .map(PlannedPath::writtenFaults)
                .orElse("");
    }

    /** Lines are a help; where there is no commit to compare the work tree with, methods alone are said. */
    private SourceDiff diff() {
        if (base == null) {
            return SourceDiff.NONE;
        }
        try {
            Path repository = GitTree.repositoryOf(Path.of(""));
            return SourceDiff.parse(GitTree.diff(repository, GitTree.commit(repository, base), Optional.empty()));
        } catch (BadInputException noRepository) {
            return SourceDiff.NONE;
        }
    }
}
