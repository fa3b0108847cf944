package org.evenkeel.suite.shards.merge.leaks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.report.LeakReport;

/**
 * What several workers say of one workload.
 *
 * @param workload what they call it
 * @param verdict of all together
 * @param explanation in one sentence
 * @param workers how many there were, at least 1
 * @param operations of all together
 * @param rates how the heap grew in the second half of each; empty where no worker has samples of it
 */
record CombinedLeaks(
        String workload,
        LeakVerdictName verdict,
        String explanation,
        int workers,
        long operations,
        Optional<LateRates> rates) {

    /** Combines the reports of one workload. */
    static CombinedLeaks of(String workload, List<LeakReport> reports) {
        Optional<LateRates> rates = LateRates.of(reports);
        Answer answer = answer(reports, rates);
        return new CombinedLeaks(
                workload,
                answer.verdict(),
                answer.explanation(),
                reports.size(),
                reports.stream()
                        .mapToLong(report -> report.recording().totalOperations())
                        .sum(),
                rates);
    }

    private record Answer(LeakVerdictName verdict, String explanation) {}

    private static Answer answer(List<LeakReport> reports, Optional<LateRates> rates) {
        long invalid = count(reports, LeakVerdictName.INVALID);
        long growing = count(reports, LeakVerdictName.GROWING);
        long steady = count(reports, LeakVerdictName.STEADY);
        int all = reports.size();
        if (invalid > 0) {
            return new Answer(LeakVerdictName.INVALID, invalid + " of " + all + " workers broke");
        }
        if (growing > 0) {
            return new Answer(LeakVerdictName.GROWING, growing + " of " + all + " workers found growth by themselves");
        }
        if (rates.filter(LateRates::isGrowing).isPresent()) {
            return new Answer(
                    LeakVerdictName.GROWING,
                    all + " workers together grow in their second half, by more than any of them could tell: "
                            + words(rates.get()));
        }
        if (steady == all) {
            return new Answer(LeakVerdictName.STEADY, "each of " + all + " workers is steady");
        }
        if (rates.filter(LateRates::isSteady).isPresent()) {
            return new Answer(
                    LeakVerdictName.STEADY,
                    all + " workers together exclude growth that " + (all - steady) + " of them left open: "
                            + words(rates.get()));
        }
        return new Answer(
                LeakVerdictName.INCONCLUSIVE,
                (all - steady) + " of " + all + " workers are undecided, and so are all together"
                        + rates.map(known -> ": " + words(known)).orElse("")
                        + "; more workers or more time would settle it");
    }

    private static long count(List<LeakReport> reports, LeakVerdictName verdict) {
        return reports.stream()
                .filter(report -> report.verdictName() == verdict)
                .count();
    }

    private static String words(LateRates rates) {
        String mean = String.format(Locale.ROOT, "%.3g B/op", rates.mean());
        return rates.interval()
                .map(interval -> mean
                        + String.format(
                                Locale.ROOT,
                                " [%.3g, %.3g], where up to %.3g is nothing",
                                interval.lower(),
                                interval.upper(),
                                rates.least()))
                .orElse(mean);
    }
}
