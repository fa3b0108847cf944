package org.acme.service;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Who may come in: whoever has the token, and so many a second. */
final class Door {

    private final byte[] expected;
    private final Bucket bucket;

    /**
     * @param token empty when anybody may come in
     * @param perSecond requests a second; 0 for any number
     */
    Door(String token, long perSecond) {
        expected = token.isEmpty() ? new byte[0] : ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        bucket = perSecond == 0
                ? null
                : Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(perSecond)
                                .refillGreedy(perSecond, Duration.ofSeconds(1))
                                .build())
                        .build();
    }

    /** Whether a request may go on; else it has been answered. */
    boolean lets(HttpServerRequest request) {
        String given = request.getHeader("Authorization");
        byte[] found = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
        if (expected.length > 0 && !MessageDigest.isEqual(expected, found)) {
            request.response()
                    .setStatusCode(401)
                    .putHeader("WWW-Authenticate", "Bearer")
                    .end("a token is needed\n");
            return false;
        }
        if (bucket != null) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
                request.response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", Long.toString(seconds))
                        .end("too many requests\n");
                return false;
            }
        }
        return true;
    }
}
