package org.evenkeel.suite.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.Words;
import org.evenkeel.suite.report.parts.HistoryLine;
import org.evenkeel.suite.report.scaling.Scaling;
import org.evenkeel.suite.report.scaling.ScalingPoint;

/** What the charts of scaling and history show. */
final class SectionData {

    private SectionData() {}

    static ObjectNode of(Scaling scaling) {
        Quantity rate = Quantity.of("ops/s", largest(scaling, ScalingPoint::throughput));
        Quantity time = Quantity.of("s/op", largest(scaling, ScalingPoint::p99));
        ObjectNode data = Json.object();
        data.put("name", scaling.name())
                .put("throughputUnit", rate.unit())
                .put("throughputFactor", rate.factor())
                .put("latencyUnit", time.unit())
                .put("latencyFactor", time.factor());
        ArrayNode points = data.putArray("points");
        for (ScalingPoint point : scaling.points()) {
            ObjectNode one = points.addObject().put("label", point.label());
            one.set("throughput", Json.number(point.throughput()));
            one.set("ideal", Json.number(scaling.ideal(point)));
            one.set("p50", Json.number(point.p50()));
            one.set("p99", Json.number(point.p99()));
        }
        return data;
    }

    private static OptionalDouble largest(Scaling scaling, Function<ScalingPoint, OptionalDouble> what) {
        return scaling.points().stream()
                .map(what)
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }

    static ObjectNode of(HistoryLine line) {
        Quantity quantity = Quantity.of(
                line.unit(),
                line.points().stream().mapToDouble(HistoryLine.Point::value).max());
        ObjectNode data = Json.object();
        data.put("benchmark", line.benchmark())
                .put("metric", line.metric())
                .put("unit", quantity.unit())
                .put("factor", quantity.factor());
        ArrayNode points = data.putArray("points");
        for (HistoryLine.Point point : line.points()) {
            points.addObject()
                    .put("time", point.time().toString())
                    .put(
                            "commit",
                            point.commit()
                                    .substring(0, Math.min(10, point.commit().length())))
                    .set("value", Json.number(point.value()));
        }
        ArrayNode shifts = data.putArray("shifts");
        for (HistoryLine.Shift shift : line.shifts()) {
            shifts.addObject().put("at", shift.at()).put("change", Words.percent(shift.relativeChange()));
        }
        return data;
    }
}
