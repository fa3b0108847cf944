package org.evenkeel.hotpaths.analysis;

import java.util.Optional;

/** Tells whether a token is to be trusted, and who its bearer then is. Used by many threads at once. */
@FunctionalInterface
interface TokenVerifier {

    /** The bearer of {@code token}; empty when the token is anything but good. */
    Optional<Identity> verify(String token);
}
