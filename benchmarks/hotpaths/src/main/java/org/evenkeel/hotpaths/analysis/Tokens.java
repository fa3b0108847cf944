package org.evenkeel.hotpaths.analysis;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** The identity provider: signs the tokens that callers show, and knows how to forge them. */
final class Tokens {

    static final String ISSUER = "https://login.example.org";

    /** The claim that holds the name of an {@link Account}. */
    static final String ACCOUNT = "account";

    /** Longer than any run takes. */
    private static final Duration VALIDITY = Duration.ofDays(30);

    /** Somebody else's; one pair is enough for everybody to refuse. */
    private static final KeyPair STRANGERS_KEYS = newKeys();

    private final KeyPair keys = newKeys();
    private final Instant issuedAt;

    /** @param issuedAt when all tokens are signed */
    Tokens(Instant issuedAt) {
        this.issuedAt = issuedAt;
    }

    /** What a service needs to verify the tokens. */
    RSAPublicKey publicKey() {
        return (RSAPublicKey) keys.getPublic();
    }

    /** A token that is good until the run is over. */
    String issue(Identity identity) {
        return sign(claims(identity, ISSUER, issuedAt.plus(VALIDITY)), keys);
    }

    /** Tokens that say they are {@code victim}'s, one for each way to cheat; none may pass. */
    List<String> forgeries(Identity victim) {
        Instant expiry = issuedAt.plus(VALIDITY);
        JWTClaimsSet claims = claims(victim, ISSUER, expiry);
        String somebodyElses = issue(new Identity("somebody else", Account.END_USER));
        return List.of(
                sign(claims, STRANGERS_KEYS),
                sign(claims(victim, ISSUER, issuedAt.minus(VALIDITY)), keys),
                sign(claims(victim, "https://login.example.com", expiry), keys),
                withClaims(somebodyElses, claims),
                signWithPublicKeyAsSecret(claims),
                new PlainJWT(claims).serialize(),
                "not a token");
    }

    private static JWTClaimsSet claims(Identity identity, String issuer, Instant expiry) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(identity.user())
                .claim(ACCOUNT, identity.account().name())
                .expirationTime(Date.from(expiry))
                .build();
    }

    private static String sign(JWTClaimsSet claims, KeyPair keys) {
        return sign(claims, JWSAlgorithm.RS256, new RSASSASigner(keys.getPrivate()));
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a token cannot be signed with " + algorithm, e);
        }
        return token.serialize();
    }

    private static String withClaims(String token, JWTClaimsSet claims) {
        String[] parts = token.split("\\.", -1);
        return parts[0] + "." + claims.toPayload().toBase64URL() + "." + parts[2];
    }

    private String signWithPublicKeyAsSecret(JWTClaimsSet claims) {
        try {
            return sign(
                    claims, JWSAlgorithm.HS256, new MACSigner(keys.getPublic().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a public key is too short for a secret", e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}
