package nl.achterwacht.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The arithmetic of WebAuthn, done by webauthn4j. No attestation is asked: any device will do. */
final class PasskeyProof {
  private static final List<PublicKeyCredentialParameters> KINDS =
      List.of(
          kind(COSEAlgorithmIdentifier.ES256),
          kind(COSEAlgorithmIdentifier.EdDSA),
          kind(COSEAlgorithmIdentifier.RS256));

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);

  /** What is kept of a passkey. Never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  record Kept(byte[] credentialId, byte[] credential, long signCount, boolean backedUp) {}

  /** The passkey that the browser made for {@code challenge}; empty when the answer is wrong. */
  Optional<Kept> made(String answerJson, byte[] challenge, PasskeySite site) {
    try {
      RegistrationData data =
          manager.verifyRegistrationResponseJSON(
              answerJson, new RegistrationParameters(asked(challenge, site), KINDS, true, true));
      var made = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      var credential = Objects.requireNonNull(made.getAttestedCredentialData());
      return Optional.of(
          new Kept(
              credential.getCredentialId(),
              credentials.convert(credential),
              made.getSignCount(),
              made.isFlagBS()));
    } catch (RuntimeException e) {
      // Answers come from outside, and the library stumbles in many ways over half ones.
      return Optional.empty();
    }
  }

  /** The id of the credential that answered; empty when the answer cannot be read. */
  Optional<byte[]> credentialId(String answerJson) {
    try {
      return Optional.ofNullable(
          manager.parseAuthenticationResponseJSON(answerJson).getCredentialId());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Whether {@code kept} signed this challenge; if so, with its new count. */
  Optional<Kept> used(String answerJson, byte[] challenge, PasskeySite site, Kept kept) {
    try {
      AttestedCredentialData credential = credentials.convert(kept.credential());
      var record =
          new CredentialRecordImpl(
              new NoneAttestationStatement(),
              true,
              kept.backedUp(),
              kept.backedUp(),
              kept.signCount(),
              credential,
              null,
              null,
              null,
              null);
      AuthenticationData data =
          manager.verifyAuthenticationResponseJSON(
              answerJson,
              new AuthenticationParameters(
                  asked(challenge, site), record, List.of(kept.credentialId()), true, true));
      AuthenticatorData<?> said = Objects.requireNonNull(data.getAuthenticatorData());
      return Optional.of(
          new Kept(kept.credentialId(), kept.credential(), said.getSignCount(), said.isFlagBS()));
    } catch (RuntimeException e) {
      // Answers come from outside, and the library stumbles in many ways over half ones.
      return Optional.empty();
    }
  }

  private static ServerProperty asked(byte[] challenge, PasskeySite site) {
    return ServerProperty.builder()
        .origin(new Origin(site.origin()))
        .rpId(site.host())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
