package org.evenkeel.leakcheck.samples;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The live objects of a heap by class, as the JVM itself counts them.
 *
 * @param classes what each class takes; empty where the source of the heap signal does not tell classes apart
 */
public record HeapHistogram(Map<HeapClass, ClassCount> classes) {

    /** Of a source that knows the heap's total only. */
    public static final HeapHistogram NONE = new HeapHistogram(Map.of());

    /** What a collector writes over dead ranges so that the heap can be walked; a JVM counts it as if it were alive. */
    private static final String FILLER = "jdk.internal.vm.Filler";

    public HeapHistogram {
        classes = Collections.unmodifiableMap(new HashMap<>(classes));
    }

    /**
     * Reads what {@code jcmd GC.class_histogram} prints.
     *
     * @param ownPackage classes whose name starts with it are left out
     * @throws IllegalArgumentException when {@code text} holds no histogram
     */
    public static HeapHistogram parse(String text, String ownPackage) {
        Map<HeapClass, ClassCount> classes = new HashMap<>();
        boolean complete = false;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).strip();
            start = end + 1;
            int colon = line.indexOf(':');
            if (colon > 0 && Character.isDigit(line.charAt(0))) {
                addLine(classes, line, colon, ownPackage);
            } else if (line.startsWith("Total")) {
                complete = true;
            }
        }
        if (!complete) {
            throw new IllegalArgumentException("expected a class histogram that ends in a line \"Total\", found "
                    + (text.length() > 80 ? text.substring(0, 80) + "..." : text).replace('\n', ' '));
        }
        return new HeapHistogram(classes);
    }

    private static void addLine(Map<HeapClass, ClassCount> classes, String line, int colon, String ownPackage) {
        String[] columns = line.substring(colon + 1).strip().split("\\s+", 3);
        HeapClass heapClass = HeapClass.parse(columns[2]);
        if (!isOf(ownPackage, heapClass.name()) && !isOf(FILLER, heapClass.name())) {
            ClassCount count = new ClassCount(Long.parseLong(columns[0]), Long.parseLong(columns[1]));
            classes.merge(heapClass, count, ClassCount::plus);
        }
    }

    private static boolean isOf(String prefix, String name) {
        return name.startsWith(prefix) || name.startsWith("[L" + prefix);
    }

    /** What one class takes; nothing where it has no instance. */
    public ClassCount of(HeapClass heapClass) {
        return classes.getOrDefault(heapClass, ClassCount.NONE);
    }

    /** What all classes together take. */
    public long totalBytes() {
        return classes.values().stream().mapToLong(ClassCount::bytes).sum();
    }
}
