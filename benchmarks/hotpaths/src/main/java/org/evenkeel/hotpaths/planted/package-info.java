/**
 * The path {@code planted}: a little fixed work, and on request a fault of known size, to prove the measuring tools.
 *
 * <p>It stands for no production code. It is what a weight of known mass is to a scale: {@code scripts/check --self-test}
 * plants one fault after the other and looks whether each gate finds it, and nothing else. It says of itself that it is
 * for {@linkplain org.evenkeel.workload.HotPath#calibration calibration}, so it runs only when it is asked for by name.
 *
 * <p><b>One operation</b> is FNV-1a over the caller's own kibibyte, about a microsecond of dependent multiplications that
 * touch no other caller, allocate nothing and cannot be moved out of a loop, because each changes the input of the next.
 * A <b>batch</b> is that many operations one after the other.
 *
 * <p>The faults add up and are all off by default:
 * <ul>
 *   <li>{@code leak=BYTES} holds on to something on every {@code every}th operation of each caller, until the path is
 *       closed; {@code kind} says what. {@code heap} and {@code direct} hold that many bytes; {@code thread},
 *       {@code descriptor} and {@code class} hold one of the thing, however many bytes are said.
 *   <li>{@code spin=NANOS} adds that much time by the wall clock: the operation watches {@code System.nanoTime} until it
 *       has passed, so it holds at any clock rate, and adds at least one reading of the clock.
 *   <li>{@code allocate=BYTES} adds an array of that many bytes of garbage; its header (16 bytes, 12 with compact
 *       headers) and the padding to a multiple of 8 come on top.
 *   <li>{@code item=BYTES} makes each of the items that its footprint is taken of larger by that much.
 *   <li>{@code hold=NANOS} takes a fair lock that all callers share and holds it for that much time by the wall clock, so
 *       each of n callers waits (n - 1) times as long.
 *   <li>{@code sleep=MILLIS} adds a sleep; the kernel wakes a thread some 50 us late.
 *   <li>{@code stall=MILLIS&period=MILLIS} answers nobody in the last so many milliseconds of each period: of requests that arrive at
 *       even times, a share of stall/period waits, for up to a stall, and evenly so.
 *   <li>{@code broken=true} makes each caller forget at times to report that an operation has ended, so that the
 *       invariant "every operation begun has ended" fails.
 * </ul>
 * What a leak holds besides its bytes is said by its class: {@code HeapLeak}, {@code DirectLeak}, and so on. Everything
 * held is a chain that grows by one link at a time, so that growth is a straight line and no array doubles.
 *
 * <p>Run it: {@code scripts/leakcheck --workload 'planted?leak=64&every=10'}.
 */
@NullMarked
package org.evenkeel.hotpaths.planted;

import org.jspecify.annotations.NullMarked;
