package org.evenkeel.hotpaths.documents;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.hotpaths.corpus.Corpus;
import org.evenkeel.hotpaths.corpus.Document;
import org.evenkeel.hotpaths.redis.Redis;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.BadPathException;
import org.evenkeel.workload.Footprint;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;

/** Provides the path {@code documents}. */
public final class Documents implements HotPath {

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public String summary() {
        return "hands in a document and waits until a worker has parsed, fingerprinted and indexed it";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("queue", "where documents wait for a worker", "array", "linked", "mpmc", "redis"),
                Parameter.number("workers", "threads that take documents off the queue", 4, 1, 256),
                Parameter.number("bound", "documents that may wait; a power of two for mpmc", 64, 1, 1 << 20));
    }

    @Override
    public Workload open(Arguments arguments, Invariants invariants) throws Exception {
        int bound = arguments.integer("bound");
        DocumentsWorkload workload = new DocumentsWorkload(
                Corpus.load(),
                queue(arguments.text("queue"), bound),
                new ConcurrentDocumentIndex(),
                Documents::handlers,
                new DocumentsWorkload.Size(bound, arguments.integer("workers")),
                DocumentsWorkload.PATIENCE_NANOS,
                invariants);
        try {
            workload.fill();
        } catch (Exception e) {
            workload.close();
            throw e;
        }
        return workload;
    }

    /** The index, which grows with the documents; queue and workers have a size that was chosen. */
    @Override
    public Optional<Footprint> footprint(Arguments arguments) throws Exception {
        List<Document> documents = Corpus.load();
        DocumentIndex index = new ConcurrentDocumentIndex();
        DocumentHandler handler = handlers(index).get();
        for (Document document : documents) {
            handler.handle(document);
        }
        return Optional.of(new Footprint("document", documents.size(), index, new ConcurrentDocumentIndex()));
    }

    /** What a worker does: analyse the document, enter it into the index. */
    static Supplier<DocumentHandler> handlers(DocumentIndex index) {
        return () -> {
            TextAnalyzer analyzer = new TextAnalyzer();
            return document -> {
                AnalyzedDocument analyzed = analyzer.analyze(document);
                index.put(analyzed);
                return analyzed.fingerprint();
            };
        };
    }

    static WorkQueue queue(String kind, int bound) {
        return switch (kind) {
            case "array" -> JdkWorkQueue.array(bound);
            case "linked" -> JdkWorkQueue.linked(bound);
            case "mpmc" -> {
                if (!MpmcWorkQueue.takes(bound)) {
                    throw new BadPathException(
                            "path documents: with queue=mpmc, bound takes a power of two from 2, found \"" + bound
                                    + "\"; take " + powerOfTwoBelow(bound) + " or another queue");
                }
                yield new MpmcWorkQueue(bound);
            }
            case "redis" -> new RedisWorkQueue(Redis.open("queue=redis"), bound);
            default -> throw new IllegalArgumentException("there is no queue called " + kind);
        };
    }

    private static int powerOfTwoBelow(int bound) {
        return Math.max(2, Integer.highestOneBit(bound));
    }
}
