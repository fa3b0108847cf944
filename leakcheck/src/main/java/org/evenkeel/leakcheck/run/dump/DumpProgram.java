package org.evenkeel.leakcheck.run.dump;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The main class of the process that reads dumps: puts them into one tree and writes it to a file. */
public final class DumpProgram {

    private DumpProgram() {}

    /**
     * Runs.
     *
     * @param args the file to write, bytes of a reference, then for each dump that is there the operations made before and its
     *     file, as one argument; those to come are lines of the same kind on the standard input
     */
    public static void main(String[] args) throws IOException {
        TreeBuilder tree = new TreeBuilder();
        int referenceBytes = Integer.parseInt(args[1]);
        for (int i = 2; i < args.length; i++) {
            add(args[i], referenceBytes, tree);
        }
        BufferedReader more = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String dump = more.readLine(); dump != null; dump = more.readLine()) {
            add(dump, referenceBytes, tree);
        }
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[0]))))) {
            TreeFile.write(tree.build(), out);
        }
    }

    private static void add(String dump, int referenceBytes, TreeBuilder tree) {
        int space = dump.indexOf(' ');
        tree.begin(Long.parseLong(dump.substring(0, space)));
        Tracer.trace(GraphReader.read(new File(dump.substring(space + 1)), referenceBytes), tree);
        // Else the next dump's graph comes on top of this one, which nothing needs any more.
        System.gc();
    }
}
