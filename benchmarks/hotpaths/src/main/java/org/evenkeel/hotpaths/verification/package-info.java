/**
 * Checks a statement against sources and says whether they support it.
 *
 * <p>What is measured: {@link org.evenkeel.hotpaths.verification.Verifier} brings the statement into normal form,
 * {@code CachedMatcher} (Caffeine) looks whether it was checked before, and {@code IndexMatcher} compares it with every
 * passage by TF-IDF and by 2-grams, takes the best match and gives a verdict. It stands for the read side of fact
 * checking, plagiarism detection and semantic caches: text in, an index that everybody reads, an answer that is dear to
 * compute and cheap to remember.
 *
 * <p>The sources are the sentences of {@linkplain org.evenkeel.hotpaths.corpus.Corpus State of the Union addresses}.
 * There are 512 statements, some true, some nearly and some not at all, asked for by Zipf's law; the cache holds 96
 * findings.
 *
 * <h2>Forms</h2>
 * One operation checks one statement. A batch of n is n statements of one caller, one after the other. Callers share
 * the index, which nobody changes, and meet at the cache: in {@code tenThreads} and {@code fiftyThreads} a popular
 * statement that is not there yet is checked once while the others wait.
 *
 * <h2>What must hold</h2>
 * Every answer, whoever gets it and wherever it comes from, is the one that a lone caller got without a cache when the
 * path was opened. And those answers agree with {@code SlowReference}, which goes by the definitions: on a sample at the
 * start, and on other statements each time the path is quiet. Memory is steady however long it runs: the index is
 * finished when the path is open, and the cache is bounded.
 *
 * <h2>Running it</h2>
 * <pre>{@code
 * scripts/bench verification
 * scripts/bench 'verification?statement=long&cache=off'
 * scripts/leakcheck --workload 'verification?sources=one'
 * }</pre>
 */
@NullMarked
package org.evenkeel.hotpaths.verification;

import org.jspecify.annotations.NullMarked;
