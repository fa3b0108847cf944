package org.evenkeel.leakcheck.run.dump;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The main class of the process that reads dumps: puts them into one tree and writes it to a file. */
public final class DumpProgram {

    private DumpProgram() {}

    /**
     * Runs.
     *
     * @param args the file to write, bytes of a reference, then for each dump its file and the operations made before
     */
    public static void main(String[] args) throws IOException {
        TreeBuilder tree = new TreeBuilder();
        for (int i = 2; i < args.length; i += 2) {
            tree.begin(Long.parseLong(args[i + 1]));
            Tracer.trace(GraphReader.read(new File(args[i]), Integer.parseInt(args[1])), tree);
        }
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[0]))))) {
            TreeFile.write(tree.build(), out);
        }
    }
}
