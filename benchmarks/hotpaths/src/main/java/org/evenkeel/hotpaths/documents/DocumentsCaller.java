package org.evenkeel.hotpaths.documents;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.evenkeel.hotpaths.corpus.Document;
import org.evenkeel.hotpaths.inputs.Choice;
import org.evenkeel.hotpaths.inputs.PreparedChoices;
import org.evenkeel.hotpaths.inputs.Seeds;
import org.evenkeel.workload.Caller;

/** Hands in documents, each as likely as any other, and waits until they are indexed. */
final class DocumentsCaller implements Caller {

    private final List<Document> documents;
    private final Pipeline pipeline;
    private final long patienceNanos;
    private final PreparedChoices choices;

    DocumentsCaller(List<Document> documents, Pipeline pipeline, long patienceNanos, int index, long seed) {
        this.documents = documents;
        this.pipeline = pipeline;
        this.patienceNanos = patienceNanos;
        choices = PreparedChoices.of(Choice.uniform(documents.size()), Seeds.random(index, seed));
    }

    @Override
    public Fingerprint request() throws InterruptedException, ExecutionException, TimeoutException {
        return batch(1);
    }

    @Override
    public Fingerprint batch(int requests) throws InterruptedException, ExecutionException, TimeoutException {
        Receipt receipt = new Receipt(requests);
        for (int i = 0; i < requests; i++) {
            pipeline.handIn(documents.get(choices.next()), receipt);
        }
        return receipt.await(patienceNanos);
    }
}
