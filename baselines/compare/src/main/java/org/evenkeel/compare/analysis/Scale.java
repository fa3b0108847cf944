package org.evenkeel.compare.analysis;

import java.util.Collection;
import java.util.stream.DoubleStream;
import org.evenkeel.compare.samples.Series;

/** The scale on which forks are compared. */
public enum Scale {
    /** Natural logarithms: a difference is a relative change. */
    LOG {
        @Override
        double of(double value) {
            return Math.log(value);
        }

        @Override
        public double back(double value) {
            return Math.exp(value);
        }
    },
    /** The metric as it is. */
    LINEAR {
        @Override
        double of(double value) {
            return value;
        }

        @Override
        public double back(double value) {
            return value;
        }
    };

    abstract double of(double value);

    /** A value of this scale in the metric's unit. */
    public abstract double back(double value);

    /** One side of a comparison, from the series of each of its sessions. */
    public Side side(Collection<Series> sessions) {
        String unit = sessions.stream().findFirst().orElseThrow().metric().unit();
        return new Side(sessions.stream()
                .map(series -> series.in(unit).orElse(series))
                .map(series -> DoubleStream.of(series.forks()).map(this::of).toArray())
                .toList());
    }
}
