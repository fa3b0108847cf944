package org.evenkeel.suite.shards.merge.leaks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;

/** Reads what several leak checks of the same workloads wrote, and writes what they say together. */
public final class LeakWorkers {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LeakWorkers() {}

    /**
     * Combines the results in some folders.
     *
     * @param places files, or folders that hold {@code leakcheck.json}
     * @param out gets {@code leakcheck.json} of all workers together
     */
    public static ExitStatus combine(List<Path> places, Path out, PrintWriter printer) {
        Map<String, List<LeakReport>> byWorkload = new TreeMap<>();
        for (Path place : places) {
            read(place)
                    .forEach(report -> byWorkload
                            .computeIfAbsent(report.workload(), absent -> new ArrayList<>())
                            .add(report));
        }
        byWorkload.forEach((workload, reports) -> {
            if (reports.size() != places.size()) {
                throw new BadInputException("expected " + workload + " once in each of " + places.size()
                        + " folders, found it " + reports.size() + " times; leave out what is of another workload");
            }
            if (reports.stream()
                            .map(report -> report.recording().jvm().version())
                            .distinct()
                            .count()
                    > 1) {
                throw new BadInputException("expected one JVM for " + workload + ", found "
                        + reports.stream()
                                .map(report -> report.recording().jvm().version())
                                .distinct()
                                .toList()
                        + "; check again on one version");
            }
        });
        ArrayNode all = MAPPER.createArrayNode();
        ExitStatus worst = ExitStatus.OK;
        for (Map.Entry<String, List<LeakReport>> one : byWorkload.entrySet()) {
            CombinedLeaks combined = CombinedLeaks.of(one.getKey(), one.getValue());
            all.add(json(combined));
            printer.println(combined.workload() + ": " + combined.verdict() + ": " + combined.explanation());
            worst = ExitStatus.worst(
                    worst,
                    switch (combined.verdict()) {
                        case STEADY -> ExitStatus.OK;
                        case INCONCLUSIVE -> ExitStatus.UNDECIDED;
                        case GROWING, INVALID -> ExitStatus.WRONG;
                    });
        }
        AtomicFiles.write(
                out.resolve(SessionFiles.LEAKCHECK), (all.size() == 1 ? all.get(0) : all).toPrettyString() + "\n");
        return worst;
    }

    private static List<LeakReport> read(Path place) {
        Path file = Files.isDirectory(place) ? place.resolve(SessionFiles.LEAKCHECK) : place;
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    place + ": expected " + SessionFiles.LEAKCHECK + " of a leak check, found none; check again");
        }
        try {
            return LeakReports.fromJson(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(file + ": " + e.getMessage() + "; check again", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    private static ObjectNode json(CombinedLeaks combined) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schemaVersion", LeakReports.SCHEMA_VERSION);
        json.put("workload", combined.workload());
        json.put("verdict", combined.verdict().name());
        json.put("explanation", combined.explanation());
        json.put("workers", combined.workers());
        json.put("operations", combined.operations());
        combined.rates().ifPresent(rates -> {
            ObjectNode rate = json.putObject("bytesPerOperation");
            rate.put("estimate", rates.mean());
            rates.interval()
                    .ifPresent(interval -> rate.put("lower", interval.lower())
                            .put("upper", interval.upper())
                            .put("confidenceLevel", interval.confidenceLevel()));
            ArrayNode each = json.putArray("ratesOfWorkers");
            rates.rates().forEach(each::add);
        });
        return json;
    }
}
