package org.evenkeel.suite.profile.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import one.convert.Arguments;
import one.convert.FlameGraph;
import org.evenkeel.suite.profile.analysis.PerOperation;
import org.evenkeel.suite.profile.analysis.Place;
import org.evenkeel.suite.profile.analysis.PlacedStack;
import org.evenkeel.suite.profile.samples.ForkProfile;
import org.evenkeel.suite.profile.samples.Frame;

/** Flame graphs of what one operation costs, made by async-profiler's own converter from the stacks of all forks. */
public final class FlameGraphs {

    /** Flame graphs count in whole numbers; a thousandth of a nanosecond or of a byte is small enough. */
    private static final double SCALE = 1000;

    private FlameGraphs() {}

    /** The stacks below the entry and in other threads, in thousandths of the event's unit per operation. */
    public static String collapsed(List<ForkProfile> forks) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (ForkProfile fork : forks) {
            for (PlacedStack stack : PerOperation.sizes(fork)) {
                if (stack.place() == Place.CALLERS || stack.place() == Place.OTHER_THREADS) {
                    sums.merge(line(stack), stack.value() / forks.size(), Double::sum);
                }
            }
        }
        return sums.entrySet().stream()
                .map(sum -> sum.getKey() + " " + Math.round(sum.getValue() * SCALE))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * A page with a flame graph of collapsed stacks.
     *
     * @param unit of what one operation costs, such as {@code ns/op}
     */
    public static byte[] page(String title, String unit, String collapsed) {
        return page(graph(title, collapsed), "A frame is as wide as what one operation costs in it. " + inUnits(unit));
    }

    /** A page with the flame graph of the stacks after a change, in the colours of what became more and less. */
    public static byte[] difference(String title, String unit, String before, String after) {
        FlameGraph graph = graph(title, after);
        graph.diff(graph(title, before));
        return page(
                graph,
                "A frame is as wide as what one operation costs in it after the change. Red: more than before. Blue: less."
                        + " Grey: the same. Yellow: was not there before. " + inUnits(unit));
    }

    private static String inUnits(String unit) {
        return "A sample is a thousandth of a unit: 1,000 samples are 1 " + unit + ".";
    }

    private static FlameGraph graph(String title, String collapsed) {
        try {
            FlameGraph graph = new FlameGraph(new Arguments("--title", title, "--dot"));
            graph.parseCollapsed(new StringReader(collapsed));
            return graph;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The converter's page with a legend of ours above the graph, and a title that does not cover the buttons of a narrow window. */
    private static byte[] page(FlameGraph graph, String legend) {
        try (ByteArrayOutputStream page = new ByteArrayOutputStream()) {
            graph.dump(page);
            return page.toString(StandardCharsets.UTF_8)
                    .replace("</style>", "\t@media (max-width: 900px) {header {margin: 4px 0 6px 0}}\n</style>")
                    .replace(
                            "<canvas",
                            "<div style='clear: both; text-align: center; padding: 0 0 6px 0'>" + legend
                                    + "</div>\n<canvas")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(PlacedStack stack) {
        List<String> names = new ArrayList<>();
        names.add("[" + stack.place().words() + "]");
        for (Frame frame : stack.frames()) {
            names.add(frame.name().replace(';', ',') + suffix(frame));
        }
        return String.join(";", names);
    }

    /** What async-profiler's pages take the colour of a frame from. */
    private static String suffix(Frame frame) {
        return switch (frame.kind()) {
            case JAVA -> "_[j]";
            case NATIVE -> "";
            case KERNEL -> "_[k]";
            case OBJECT -> "_[i]";
        };
    }
}
