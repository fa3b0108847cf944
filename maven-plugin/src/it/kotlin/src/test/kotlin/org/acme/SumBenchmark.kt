package org.acme

import org.openjdk.jmh.annotations.Benchmark
import org.openjdk.jmh.annotations.Scope
import org.openjdk.jmh.annotations.State

@State(Scope.Thread)
open class SumBenchmark {

    private var seed = 42L

    @Benchmark
    fun add(): Long = sum(seed++)
}
