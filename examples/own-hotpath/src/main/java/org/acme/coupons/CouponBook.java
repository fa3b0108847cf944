package org.acme.coupons;

import java.util.concurrent.atomic.AtomicLongArray;

/** A shop's coupons: each can be redeemed once, and is reissued under the same number when it has been. */
final class CouponBook {

    private final AtomicLongArray redeemedTimes;

    CouponBook(int coupons) {
        redeemedTimes = new AtomicLongArray(coupons);
    }

    int size() {
        return redeemedTimes.length();
    }

    /** Which issue of a coupon is open now, from 0. */
    long issue(int coupon) {
        return redeemedTimes.get(coupon);
    }

    /** Redeems one issue of a coupon. Of several callers that try, one succeeds. */
    boolean redeem(int coupon, long issue) {
        return redeemedTimes.compareAndSet(coupon, issue, issue + 1);
    }

    long redeemed() {
        long sum = 0;
        for (int coupon = 0; coupon < size(); coupon++) {
            sum += redeemedTimes.get(coupon);
        }
        return sum;
    }
}
