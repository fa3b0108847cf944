package org.acme

private const val TERMS = 1_000

/** Adds. */
fun sum(seed: Long): Long {
    var sum = seed
    for (i in 0 until TERMS) {
        sum = sum * 31 + i
    }
    return sum
}
