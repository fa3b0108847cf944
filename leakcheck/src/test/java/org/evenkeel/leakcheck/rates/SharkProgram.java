package org.evenkeel.leakcheck.rates;

import java.io.IOException;
import java.nio.file.Path;
import shark.CloseableHeapGraph;
import shark.HeapDiff;
import shark.HeapTraversalInput;
import shark.HprofHeapGraph;
import shark.HprofIndex;
import shark.InitialState;
import shark.JvmObjectGrowthDetectorKt;
import shark.JvmObjectGrowthReferenceMatchers;
import shark.ObjectGrowthDetector;
import shark.ShortestPathObjectNode;

/** Shark's own detector of growing objects on a folder of dumps: prints a path for each, roots first. */
final class SharkProgram {

    private SharkProgram() {}

    /** Runs; the argument is the folder. */
    public static void main(String[] args) throws IOException {
        ObjectGrowthDetector detector = JvmObjectGrowthDetectorKt.forJvmHeap(
                ObjectGrowthDetector.Companion, JvmObjectGrowthReferenceMatchers.Companion.getDefaults());
        HeapTraversalInput state = new InitialState(1);
        for (Path dump : SideBySide.dumps(Path.of(args[0]))) {
            if (state instanceof HeapDiff difference && !difference.isGrowing()) {
                // It does not look further at what did not grow once.
                return;
            }
            try (CloseableHeapGraph graph = HprofHeapGraph.Companion.openHeapGraph(
                    dump.toFile(), null, HprofIndex.Companion.defaultIndexedGcRootTags())) {
                state = detector.findGrowingObjects(graph, state);
            }
        }
        if (state instanceof HeapDiff difference) {
            for (ShortestPathObjectNode growing : difference.getGrowingObjects()) {
                System.out.println(growing.pathFromRootAsString().replace('\n', ' '));
            }
        }
    }
}
