package org.evenkeel.leakcheck.run;

import java.util.List;
import java.util.Optional;
import org.evenkeel.kernel.MachineUse;
import org.evenkeel.leakcheck.samples.Bound;
import org.evenkeel.leakcheck.samples.Sample;

/**
 * Finds out whether what grows goes on when it is given room, or time where it may expire.
 *
 * @param batches of the checked JVM
 * @param room what it may take
 * @param decided the first sample of the trial, by its number
 */
record Trial(Batches batches, HeapAtRest heap, ProcessReadings process, Room room, int decided) {

    /** On the busiest machine, a batch still counts by this share of its time. */
    private static final double LEAST_SHARE = 1.0 / 8;

    /** Whether growth goes on in long batches, which are not taken from the budget. */
    boolean takesAllRoom() throws RunRefused, RunBroken, InterruptedException {
        long left = batches.nanosLeft();
        Sample first = batches.samples().get(decided);
        Sample before = first;
        boolean goesOn = true;
        boolean used = room.batch(batches.nanosPerOperation()).isEmpty();
        double spentNanos = 0;
        while (goesOn && !used) {
            double operations = room.batch(batches.nanosPerOperation()).orElseThrow();
            Optional<MachineUse> use = process.machineUse();
            batches.next((long) Math.max(1, operations / batches.threads()), heap, process);
            batches.grant(left);
            spentNanos += batches.last().batchNanos() * shareSince(use);
            goesOn = goesOn();
            used = room.isUsed(first, before, batches.last(), spentNanos);
            before = batches.last();
        }
        return goesOn;
    }

    /** Whether growth goes on, at a pace, for longer than things that expire usually live, as far as the budget allows. */
    boolean outlives(Pace pace) throws RunRefused, RunBroken, InterruptedException {
        boolean goesOn = true;
        while (goesOn && !isOld() && batches.nanosLeft() > 0) {
            pace.next(batches, heap, process);
            goesOn = goesOn();
        }
        return goesOn;
    }

    /** Whether what was there at its beginning would have expired, and half of that again was watched. */
    boolean isOld() {
        long life = Bound.USUAL_LIFE.toNanos();
        long begun = batches.samples().get(decided).elapsedNanos();
        return batches.elapsedNanos() >= life && batches.elapsedNanos() - begun >= life / 2;
    }

    /** Beside others a batch of the same length holds less work. */
    private double shareSince(Optional<MachineUse> earlier) {
        double others = process.machineUse()
                .flatMap(now -> earlier.map(now::othersSince))
                .orElse(0.0);
        return Math.max(LEAST_SHARE, 1 - others);
    }

    private boolean goesOn() {
        List<Sample> all = batches.samples();
        return all.subList(decided, all.size()).stream().allMatch(earlier -> room.goesOn(earlier, batches.last()));
    }
}
