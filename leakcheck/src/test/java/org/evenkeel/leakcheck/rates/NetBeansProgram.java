package org.evenkeel.leakcheck.rates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.netbeans.lib.profiler.heap.FieldValue;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.Value;

/**
 * What the NetBeans profiler's heap library tells of a folder of dumps. It has no detector of growth, so this does what somebody
 * would do by hand: take the classes that grew most from the first dump to the last, and the way to the nearest root from the last
 * object of each. Prints a path for each, from the object to the root.
 */
final class NetBeansProgram {

    private static final int MOST_CLASSES = 3;
    private static final int DEEPEST = 200;

    private NetBeansProgram() {}

    /** Runs; the argument is the folder. */
    public static void main(String[] args) throws IOException {
        List<Path> dumps = SideBySide.dumps(Path.of(args[0]));
        Map<String, Long> before = new HashMap<>();
        for (JavaClass type : classes(open(dumps.get(0)))) {
            before.merge(type.getName(), type.getAllInstancesSize(), Long::sum);
        }
        Heap heap = open(dumps.get(dumps.size() - 1));
        Comparator<JavaClass> byGrowth =
                Comparator.comparingLong(type -> type.getAllInstancesSize() - before.getOrDefault(type.getName(), 0L));
        classes(heap).stream()
                .filter(type -> type.getInstancesCount() > 0)
                .sorted(byGrowth.reversed())
                .limit(MOST_CLASSES)
                .forEach(type -> System.out.println(type.getName() + path(lastOf(type))));
    }

    private static Heap open(Path dump) throws IOException {
        return HeapFactory.createHeap(dump.toFile());
    }

    @SuppressWarnings("unchecked") // The library has no type arguments.
    private static List<JavaClass> classes(Heap heap) {
        return heap.getAllClasses();
    }

    private static Instance lastOf(JavaClass type) {
        List<?> instances = type.getInstances();
        return (Instance) instances.get(instances.size() - 1);
    }

    private static String path(Instance object) {
        StringBuilder path = new StringBuilder();
        Instance at = object;
        for (int depth = 0; depth < DEEPEST && at != null; depth++) {
            Instance holder = at.getNearestGCRootPointer();
            if (holder == null || holder.equals(at)) {
                break;
            }
            path.append(" <- ").append(step(at, holder));
            at = holder;
        }
        return path.toString();
    }

    private static String step(Instance held, Instance holder) {
        for (Object reference : held.getReferences()) {
            if (reference instanceof FieldValue field
                    && ((Value) field).getDefiningInstance().equals(holder)) {
                String owner = field.getField().getDeclaringClass().getName();
                return owner.substring(owner.lastIndexOf('.') + 1).replace('$', '.') + "."
                        + field.getField().getName();
            }
        }
        return holder.getJavaClass().getName();
    }
}
