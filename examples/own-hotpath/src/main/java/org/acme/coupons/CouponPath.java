package org.acme.coupons;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;

/**
 * Redeeming coupons, as a hot path: this class and one line in
 * {@code META-INF/services/org.evenkeel.workload.HotPath} are all that the tools need.
 */
public final class CouponPath implements HotPath {

    @Override
    public String name() {
        return "coupons";
    }

    @Override
    public String summary() {
        return "redeems a coupon of a shop, at most once for each issue";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.number("coupons", "coupons that the callers fight for", 1_000, 1, 1_000_000));
    }

    @Override
    public Workload open(Arguments arguments, Invariants invariants) {
        return new Shop(new CouponBook(arguments.integer("coupons")), invariants);
    }

    /** The state that all callers share. */
    private record Shop(CouponBook book, LongAdder accepted, Invariants invariants) implements Workload {

        Shop(CouponBook book, Invariants invariants) {
            this(book, new LongAdder(), invariants);
        }

        @Override
        public Caller caller(int index, long seed) {
            SplittableRandom random = new SplittableRandom(seed + index);
            return () -> {
                int coupon = random.nextInt(book.size());
                boolean redeemed = book.redeem(coupon, book.issue(coupon));
                if (redeemed) {
                    accepted.increment();
                }
                return redeemed;
            };
        }

        @Override
        public void checkInvariants() {
            invariants.require(
                    accepted.sum() == book.redeemed(),
                    "no coupon redeemed twice",
                    () -> accepted.sum() + " callers were told yes, for " + book.redeemed() + " coupons");
        }

        @Override
        public void close() {}
    }
}
