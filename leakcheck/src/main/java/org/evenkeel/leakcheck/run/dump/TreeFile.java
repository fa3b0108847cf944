package org.evenkeel.leakcheck.run.dump;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.evenkeel.leakcheck.samples.heap.PathNode;
import org.evenkeel.leakcheck.samples.heap.PathTree;

/** A tree of paths on its way from one process of ours to another. */
final class TreeFile {

    private TreeFile() {}

    static void write(PathTree tree, DataOutputStream out) throws IOException {
        out.writeInt(tree.operations().size());
        for (long operations : tree.operations()) {
            out.writeLong(operations);
        }
        out.writeInt(tree.nodes().size());
        for (PathNode node : tree.nodes()) {
            out.writeInt(node.parent());
            out.writeUTF(node.edge().kind().name());
            out.writeUTF(node.edge().owner());
            out.writeUTF(node.edge().name());
            out.writeBoolean(node.edge().application());
            out.writeUTF(node.type());
            out.writeBoolean(node.application());
            for (ClassCount count : node.counts()) {
                out.writeLong(count.instances());
                out.writeLong(count.bytes());
            }
            out.writeLong(node.keptByOwnValue());
            out.writeLong(node.timed());
        }
    }

    static PathTree read(DataInputStream in) throws IOException {
        List<Long> operations = new ArrayList<>();
        for (int dumps = in.readInt(); dumps > 0; dumps--) {
            operations.add(in.readLong());
        }
        List<PathNode> nodes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int parent = in.readInt();
            Edge edge = new Edge(Edge.Kind.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), in.readBoolean());
            String type = in.readUTF();
            boolean application = in.readBoolean();
            List<ClassCount> counts = new ArrayList<>();
            for (int i = 0; i < operations.size(); i++) {
                counts.add(new ClassCount(in.readLong(), in.readLong()));
            }
            nodes.add(new PathNode(parent, edge, type, application, counts, in.readLong(), in.readLong()));
        }
        return new PathTree(operations, nodes);
    }
}
