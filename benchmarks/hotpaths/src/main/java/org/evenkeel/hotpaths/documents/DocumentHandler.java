package org.evenkeel.hotpaths.documents;

import org.evenkeel.hotpaths.corpus.Document;

/** What a worker does with a document. Each worker has its own. */
@FunctionalInterface
interface DocumentHandler {

    /** Does it, once. What this throws goes to whoever handed the document in; the worker lives on. */
    Fingerprint handle(Document document) throws Exception;
}
