package org.evenkeel.suite.load.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.TextReport;
import org.evenkeel.suite.load.analysis.DriverUse;
import org.evenkeel.suite.load.plan.Numbers;
import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.verdict.Graded;
import org.evenkeel.suite.load.verdict.LeakVerdicts;
import org.evenkeel.suite.load.verdict.LoadVerdict;

/** What every report says, in the same words. */
final class LoadWords {

    private LoadWords() {}

    /** One word for the whole run. */
    static String verdict(LoadVerdict verdict) {
        if (verdict.run().broken().isPresent()) {
            return "INVALID";
        }
        return switch (verdict.status()) {
            case OK -> "OK";
            case WRONG -> "WRONG";
            default -> "UNDECIDED";
        };
    }

    /** The answer in a sentence or two. */
    static String headline(LoadVerdict verdict) {
        LoadRun run = verdict.run();
        List<String> said = new ArrayList<>();
        run.broken().ifPresent(broken -> said.add("its numbers say nothing: " + broken));
        List<Graded> missed = verdict.missed();
        if (!missed.isEmpty()) {
            Graded first = missed.get(0);
            said.add(counted(missed.size(), "objective") + " missed, first "
                    + first.objective().subject() + " in " + first.phase() + " with " + show(first) + " ("
                    + first.objective().words() + ")");
        }
        if (verdict.unexpectedErrors() > 0) {
            said.add(counted(verdict.unexpectedErrors(), "request") + " failed, where no objective allows any");
        }
        verdict.knee().ifPresent(knee -> said.add(lower(knee.words()).replaceFirst("\\.$", "")));
        verdict.leak()
                .ifPresent(leak -> said.add(
                        "the leak check says " + leak.verdictName().name().toLowerCase(Locale.ROOT)));
        if (!verdict.invalid().isEmpty()) {
            said.add("times of " + counted(verdict.invalid().size(), "phase") + " say nothing: "
                    + verdict.invalid().get(0));
        }
        run.ended().ifPresent(why -> said.add("it ended before its time: " + why));
        if (said.isEmpty()
                || (missed.isEmpty() && run.broken().isEmpty() && verdict.knee().isEmpty())) {
            long judged = verdict.grades().stream()
                    .filter(graded -> graded.grade().isPresent())
                    .count();
            if (judged > 0) {
                said.add(0, "no objective missed of " + judged + " judged");
            }
        }
        return run.scenario().name() + " on " + run.target() + ": "
                + (said.isEmpty() ? "nothing was asked of it" : String.join("; ", said)) + ".";
    }

    private static String lower(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    static String counted(long number, String what) {
        return Numbers.plain(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** The value of an objective. */
    static String show(Graded graded) {
        OptionalDouble value = graded.value();
        return value.isEmpty() ? "-" : graded.objective().metric().show(value.getAsDouble());
    }

    /** What the driver itself did in each phase. */
    static List<String> driver(LoadRun run) {
        List<String> lines = new ArrayList<>();
        boolean ownProcess = run.driver().isAProcessOfItsOwn();
        if (ownProcess) {
            lines.add(
                    "Driver: a process of its own. Heap, threads, memory and processor time are those of the driver.");
        } else {
            lines.add(String.format(
                    Locale.ROOT,
                    "Driver: %s a request by itself, %s of processor time an arrival with waking up for it.",
                    Numbers.time(run.driver().closedNanos()),
                    Numbers.time(run.driver().openCpuNanos())));
        }
        for (PhaseResult phase : run.judged()) {
            DriverUse use = DriverUse.of(phase, run);
            long dropped =
                    phase.tasks().stream().mapToLong(task -> task.dropped()).sum();
            lines.add(String.format(
                    Locale.ROOT,
                    "%s: offered %s, answered %s, dropped %s, %s waited for a caller; driver %s late (p99), %s of the machine%s.",
                    phase.phase().name(),
                    Numbers.plain(phase.offered()),
                    Numbers.plain(phase.done()),
                    Numbers.plain(dropped),
                    Numbers.plain(phase.waited()),
                    Numbers.time(use.lagP99Nanos()),
                    Numbers.share(use.share()),
                    ownProcess ? "" : "; process " + Numbers.share(phase.cpu())));
        }
        return lines;
    }

    /** Growth of the heap: the leak checker's own paragraph, and by the minute. */
    static String leak(LeakReport leak) {
        OptionalDouble perMinute = LeakVerdicts.heapPerMinute(leak);
        return TextReport.paragraph(leak)
                + (perMinute.isPresent()
                        ? " By the minute the live heap changes by " + Numbers.bytes(perMinute.getAsDouble()) + "."
                        : "");
    }
}
