package org.evenkeel.hotpaths.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The documents that ship with the paths. */
public final class Corpus {

    private Corpus() {}

    /**
     * Reads them all, numbered from 0 in the order of the index.
     *
     * @throws IOException when one is missing; the jar is then damaged
     */
    public static List<Document> load() throws IOException {
        List<Document> documents = new ArrayList<>();
        String index = new String(read("index.txt"), StandardCharsets.UTF_8);
        for (String name : index.lines().toList()) {
            documents.add(new Document(documents.size(), name, read(name)));
        }
        return List.copyOf(documents);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Corpus.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the resource " + name + " is missing beside " + Corpus.class.getName()
                        + "; build the jar again");
            }
            return in.readAllBytes();
        }
    }
}
