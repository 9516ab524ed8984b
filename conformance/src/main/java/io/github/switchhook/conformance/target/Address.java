package io.github.switchhook.conformance.target;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a target's WebSocket is and what the handshake carries.
 *
 * @param url {@code ws:} or {@code wss:}
 * @param headers sent with the handshake; treated as secrets
 * @param subprotocols offered, the preferred one first
 * @param trust whom to trust for {@code wss:}; empty for whom the Java runtime trusts
 */
public record Address(
    URI url, Map<String, Secret> headers, List<String> subprotocols, Optional<TrustStore> trust) {
  public Address {
    if (!"ws".equals(url.getScheme()) && !"wss".equals(url.getScheme())) {
      throw new TargetFormatException("url must begin with ws:// or wss://, but is " + url);
    }
    headers = Map.copyOf(headers);
    subprotocols = List.copyOf(subprotocols);
  }

  /** An address and nothing else. */
  public static Address of(URI url) {
    return new Address(url, Map.of(), List.of(), Optional.empty());
  }

  /**
   * Certificates to trust.
   *
   * @param file PEM certificates ({@code .pem}, {@code .crt}, {@code .cer}), or a PKCS12 or JKS
   *     store
   * @param password of the store, if it has one
   */
  public record TrustStore(Path file, Optional<Secret> password) {}
}
