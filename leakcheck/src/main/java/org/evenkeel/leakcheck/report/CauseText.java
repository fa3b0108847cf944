package org.evenkeel.leakcheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.leakcheck.analysis.cause.AllocationSite;
import org.evenkeel.leakcheck.analysis.cause.GrowingPath;
import org.evenkeel.leakcheck.samples.Unit;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.samples.heap.StackFrame;
import org.evenkeel.leakcheck.verdict.cause.Cause;

/** A cause for a person: a paragraph, the paths, the stacks. */
public final class CauseText {

    private static final int MOST_FRAMES = 8;

    private CauseText() {}

    /** Renders it; empty when there is none, else beginning and ending with a line break. */
    public static String render(Cause cause) {
        return paragraph(cause).map(paragraph -> "\n" + paragraph + "\n").orElse("") + details(cause);
    }

    /** What {@link #render} has after the paragraph. */
    static String details(Cause cause) {
        StringBuilder text = new StringBuilder();
        for (GrowingPath path : cause.paths()) {
            text.append('\n').append("held by  ").append(path(path)).append('\n');
        }
        for (AllocationSite site : cause.sites()) {
            text.append('\n').append(site(site)).append('\n');
            frames(site).forEach(frame -> text.append("    at ").append(frame).append('\n'));
        }
        if (!cause.resources().isEmpty()) {
            text.append('\n');
            cause.resources().forEach(line -> text.append("new: ").append(line).append('\n'));
        }
        cause.notes().forEach(note -> text.append("\nNote: ").append(note).append('\n'));
        return text.toString();
    }

    /** The first path and the first line in words. */
    public static Optional<String> paragraph(Cause cause) {
        StringBuilder text = new StringBuilder();
        cause.paths().stream().findFirst().ifPresent(path -> {
            text.append("What grows is held by ")
                    .append(path.holder().map(CauseText::field).orElseGet(() -> root(path.root())))
                    .append(": ")
                    .append(growth(path))
                    .append(String.format(Locale.ROOT, ", %.0f %% of the growth", 100 * path.shareOfGrowth()));
            if (path.keptByOwnValue()) {
                text.append("; its keys are weak, but each value holds its own key, so no entry ever goes");
            }
            text.append('.');
        });
        cause.sites().stream()
                .findFirst()
                .flatMap(AllocationSite::line)
                .ifPresent(line -> text.append(text.length() == 0 ? "Allocated at " : " Allocated at ")
                        .append(line)
                        .append(String.format(
                                Locale.ROOT,
                                ", %.0f %% of the growth.",
                                100 * cause.sites().get(0).share())));
        return text.length() == 0 ? Optional.empty() : Optional.of(PlainText.line(text.toString()));
    }

    /** A path on one line. Fields of the application are written out; of the JDK's collections only their class. */
    public static String path(GrowingPath path) {
        List<String> parts = new ArrayList<>();
        String collection = "";
        for (int i = 0; i < path.steps().size(); i++) {
            GrowingPath.Step step = path.steps().get(i);
            Edge edge = step.edge();
            if (edge.isRoot() || edge.application() || edge.kind() == Edge.Kind.THREAD_LOCAL) {
                parts.add(edge.isRoot() ? root(edge) : field(edge));
                if (edge.kind() == Edge.Kind.WORKLOAD) {
                    parts.add(step.type());
                }
                collection = "";
            } else if (edge.isField()) {
                String owner = edge.owner();
                if (!owner.equals(collection)) {
                    parts.add(simple(owner) + "." + edge.name());
                }
                collection = owner;
            }
        }
        parts.add(growth(path));
        return PlainText.line(String.join(" -> ", parts));
    }

    /** What a path's end grows by, such as {@code 1.00 Order per operation, 48 B shallow, 1.2 KiB retained}. */
    public static String growth(GrowingPath path) {
        if (path.instancesPerOperation() == 0) {
            return String.format(
                    Locale.ROOT,
                    "a %s that itself grows by %s",
                    simple(path.element()),
                    Quantities.perOperation(path.bytesPerOperation(), Unit.BYTES));
        }
        double rate = path.instancesPerOperation();
        return String.format(
                Locale.ROOT,
                "%s, %s shallow, %s retained",
                rate >= 0.1
                        ? Quantities.significant(rate) + " " + simple(path.element()) + " per operation"
                        : "1 " + simple(path.element()) + " per " + Quantities.significant(1 / rate) + " operations",
                Quantities.bytes(path.shallowBytes()),
                Quantities.bytes(path.retainedBytes()));
    }

    /** What a path begins with. */
    public static String root(Edge edge) {
        return switch (edge.kind()) {
            case WORKLOAD -> "the workload";
            case STATIC_FIELD -> "static " + edge.owner() + "." + edge.name();
            case THREAD -> "thread " + edge.owner();
            case LOCAL ->
                "a local variable of thread " + edge.owner() + (edge.name().isEmpty() ? "" : " at " + edge.name());
            case JNI -> "native code";
            case MONITOR -> "a lock that is held";
            case FINALIZER -> "the queue of finalizers";
            case VIRTUAL_MACHINE -> "the values attached to a class";
            default -> "the virtual machine";
        };
    }

    /** A field with its class, and what kind it is where it is no plain one. */
    public static String field(Edge edge) {
        String name = edge.owner() + "." + edge.name();
        return switch (edge.kind()) {
            case STATIC_FIELD -> "static " + name;
            case THREAD_LOCAL -> "thread local " + name;
            case CLASS_VALUE -> "class value " + name;
            default -> name;
        };
    }

    /** Where something is allocated, with its share. */
    private static String site(AllocationSite site) {
        return String.format(
                Locale.ROOT,
                "allocated at %s, %.0f %% of the growth%s",
                site.line().map(StackFrame::toString).orElse("?"),
                100 * site.share(),
                site.type().isEmpty() ? ", outside the heap" : ": " + simple(site.type()));
    }

    /** The stack down to the checker's own frames, shortened. */
    private static List<String> frames(AllocationSite site) {
        return site.frames().stream()
                .takeWhile(frame -> !frame.method().startsWith("org.evenkeel.leakcheck.run."))
                .limit(MOST_FRAMES)
                .map(StackFrame::toString)
                .toList();
    }

    /** A class without its package, arrays as in source code. */
    static String simple(String type) {
        String name = type;
        int dimensions = 0;
        while (name.startsWith("[")) {
            name = name.substring(1);
            dimensions++;
        }
        if (dimensions > 0) {
            name = switch (name) {
                case "B" -> "byte";
                case "C" -> "char";
                case "I" -> "int";
                case "J" -> "long";
                case "S" -> "short";
                case "Z" -> "boolean";
                case "F" -> "float";
                case "D" -> "double";
                default -> name.substring(1, name.length() - 1);
            };
        }
        return name.substring(name.lastIndexOf('.') + 1) + "[]".repeat(dimensions);
    }
}
