package org.evenkeel.hotpaths.analysis;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * Trusts tokens that carry an RS256 signature of one issuer and have not expired.
 *
 * <p>RS256 is what identity providers sign with unless told otherwise, and the service needs the public key alone:
 * nobody who breaks into it can make tokens. The algorithm is fixed here and never taken from the token, so neither an
 * unsigned token nor one that uses the public key as a shared secret passes.
 */
final class SignedTokenVerifier implements TokenVerifier {

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    SignedTokenVerifier(String issuer, RSAPublicKey issuersKey, InstantSource clock) {
        processor.setJWSKeySelector(new SingleKeyJWSKeySelector<>(JWSAlgorithm.RS256, issuersKey));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp", Tokens.ACCOUNT)) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
    }

    @Override
    public Optional<Identity> verify(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return Optional.of(
                    new Identity(claims.getSubject(), Account.valueOf(claims.getStringClaim(Tokens.ACCOUNT))));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            // The last one for an account that we do not know. Why a token is bad is nothing its bearer should learn.
            return Optional.empty();
        }
    }
}
