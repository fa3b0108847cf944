package org.evenkeel.hotpaths.documents;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.HotPathContractTest;
import org.evenkeel.hotpaths.corpus.Corpus;
import org.evenkeel.hotpaths.redis.InstalledRedis;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.PathSpec;
import org.evenkeel.workload.Workload;

class DocumentsContractTest extends HotPathContractTest {

    @Override
    protected HotPath path() {
        return new Documents();
    }

    @Override
    protected Stream<PathSpec> specs() {
        Stream<String> inThisJvm = Stream.of(
                "documents",
                "documents?queue=linked",
                "documents?queue=mpmc",
                "documents?bound=1&queue=array&workers=1",
                "documents?bound=2&queue=mpmc&workers=9");
        Stream<String> outside =
                InstalledRedis.isThere() ? Stream.of("documents?bound=2&queue=redis&workers=9") : Stream.empty();
        return Stream.concat(inThisJvm, outside).map(PathSpec::parse);
    }

    @Override
    protected HotPath failing(Runnable point) {
        return new FailingDocuments(point);
    }

    /** Fails while a document is handed in, before it is handled, and between its analysis and the index. */
    private record FailingDocuments(Runnable point) implements HotPath {

        @Override
        public String name() {
            return new Documents().name();
        }

        @Override
        public String summary() {
            return new Documents().summary();
        }

        @Override
        public List<Parameter> parameters() {
            return new Documents().parameters();
        }

        @Override
        public Workload open(Arguments arguments, Invariants invariants) throws Exception {
            int bound = arguments.integer("bound");
            WorkQueue queue = new FaultyQueue(Documents.queue(arguments.text("queue"), bound)) {
                @Override
                public void put(Job job) throws InterruptedException {
                    point.run();
                    super.put(job);
                }
            };
            return new DocumentsWorkload(
                    Corpus.load(),
                    queue,
                    new ConcurrentDocumentIndex(),
                    this::handlers,
                    new DocumentsWorkload.Size(bound, arguments.integer("workers")),
                    DocumentsWorkload.PATIENCE_NANOS,
                    invariants);
        }

        private Supplier<DocumentHandler> handlers(DocumentIndex index) {
            return () -> {
                TextAnalyzer analyzer = new TextAnalyzer();
                return document -> {
                    point.run();
                    AnalyzedDocument analyzed = analyzer.analyze(document);
                    point.run();
                    index.put(analyzed);
                    return analyzed.fingerprint();
                };
            };
        }
    }
}
