package org.evenkeel.leakcheck.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenkeel.leakcheck.analysis.Trend;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.SignalSeries;

/** Judges the number of instances of each class. */
final class ClassJudge {

    private ClassJudge() {}

    /**
     * Judges each class that has more instances at the end than it had at some time before.
     *
     * @param samples at least {@link Trend#LEAST_POINTS}, with histograms
     */
    static List<ClassFinding> judge(
            List<Sample> samples, TrendJudge judge, double confidenceLevel, double acceptedBytesPerOperation) {
        HeapHistogram end = samples.get(samples.size() - 1).histogram();
        Map<HeapClass, Long> fewest = new HashMap<>();
        for (Sample sample : samples.subList(samples.size() / 4, samples.size())) {
            end.classes()
                    .keySet()
                    .forEach(heapClass -> fewest.merge(
                            heapClass, sample.histogram().of(heapClass).instances(), Math::min));
        }
        List<ClassFinding> findings = new ArrayList<>();
        end.classes().forEach((heapClass, count) -> {
            if (count.instances() > fewest.getOrDefault(heapClass, 0L)) {
                findings.add(judge(samples, heapClass, count, judge, confidenceLevel, acceptedBytesPerOperation));
            }
        });
        return findings.stream()
                .sorted(Comparator.<ClassFinding, Boolean>comparing(
                                finding -> finding.heapClass().platform())
                        .thenComparing(ClassFinding::bytesPerOperation, Comparator.reverseOrder())
                        .thenComparing(ClassFinding::heapClass))
                .collect(Collectors.toUnmodifiableList());
    }

    private static ClassFinding judge(
            List<Sample> samples,
            HeapClass heapClass,
            ClassCount end,
            TrendJudge judge,
            double confidenceLevel,
            double acceptedBytesPerOperation) {
        double bytesEach = Math.max(1.0, end.bytes() / (double) end.instances());
        SignalRule rule = SignalRule.instances(bytesEach);
        SignalSeries instances = SignalSeries.from(
                samples, sample -> sample.histogram().of(heapClass).instances());
        Trend trend = Trend.of(instances, confidenceLevel, rule.resolution());
        SignalSeries bytes = SignalSeries.from(
                samples, sample -> sample.histogram().of(heapClass).bytes());
        Trend bytesTrend = Trend.of(bytes, confidenceLevel, rule.resolution() * bytesEach);
        return new ClassFinding(
                heapClass,
                judge.judge(trend, rule, bytesEach, acceptedBytesPerOperation / bytesEach),
                trend.slope().perOperation(),
                bytesTrend.slope().perOperation());
    }
}
