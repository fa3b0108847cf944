package org.evenkeel.workload;

import java.util.Objects;
import java.util.function.DoubleSupplier;

/**
 * A quantity of a running path that can be read at any moment, from any thread, without disturbing the callers.
 *
 * @param name dotted lower case, such as {@code queue.depth}
 * @param unit what one is, such as {@code documents}; {@code ratio} for a fraction of one
 * @param reading returns the present value; must not block, and should not allocate
 */
public record Gauge(String name, String unit, DoubleSupplier reading) {

    public Gauge {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(reading, "reading");
    }
}
