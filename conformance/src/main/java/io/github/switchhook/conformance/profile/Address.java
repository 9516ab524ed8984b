package io.github.switchhook.conformance.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a target's WebSocket, and what the handshake carries.
 *
 * @param url {@code ws:} or {@code wss:}
 * @param headers sent with the handshake; treated as secrets
 * @param subprotocols offered, the preferred one first
 * @param trust the certificates to trust for {@code wss:}; empty for those of the Java runtime
 * @param key the certificate and key that identify the kit, where the target asks for them
 */
public record Address(
    URI url,
    Map<String, Secret> headers,
    List<String> subprotocols,
    Optional<Store> trust,
    Optional<Store> key) {
  private static final Pattern VALUE = Pattern.compile("=[^&]*+");

  public Address {
    if (!"ws".equals(url.getScheme()) && !"wss".equals(url.getScheme())) {
      throw new TargetFormatException("url must begin with ws:// or wss://, but is " + url);
    }
    requireHost("url", url);
    headers.forEach(
        (name, value) -> {
          if ((name + value.value()).chars().anyMatch(c -> c < ' ')) {
            throw new TargetFormatException("headers: " + name + " has a line break", name);
          }
        });
    headers = Map.copyOf(headers);
    subprotocols = List.copyOf(subprotocols);
  }

  /**
   * Reads an address of a target file.
   *
   * @throws TargetFormatException if it is none
   */
  static URI uri(String key, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new TargetFormatException(key + " is not a URL: " + e.getReason() + ": " + text, text);
    }
  }

  /** Refuses a URL without a host; Java takes none with an underscore, as containers often have. */
  static void requireHost(String key, URI url) {
    if (url.getHost() == null) {
      throw new TargetFormatException(
          key
              + " names no host that can be connected to: "
              + url
              + " (expected scheme://host:port/path; a host has no underscore, which names of"
              + " containers often have: use another name, or the IP address)",
          url.toString());
    }
  }

  /** Returns the URL as it may be shown: user, password and the values of the query are blanked. */
  public String shown() {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return url.getScheme()
        + "://"
        + (url.getRawUserInfo() == null ? "" : Secret.MASK + "@")
        + url.getHost()
        + (url.getPort() < 0 ? "" : ":" + url.getPort())
        + url.getRawPath()
        + VALUE.matcher(query).replaceAll("=" + Secret.MASK);
  }

  /** Returns an address with neither headers nor stores. */
  public static Address of(URI url) {
    return new Address(url, Map.of(), List.of(), Optional.empty(), Optional.empty());
  }

  /** Tells whether TLS needs anything that the Java runtime does not have by itself. */
  public boolean hasStores() {
    return trust.isPresent() || key.isPresent();
  }

  /**
   * A file with certificates, or with a certificate and its private key.
   *
   * @param file a PKCS12 or JKS store; certificates to trust may be PEM ({@code .pem}, {@code
   *     .crt}, {@code .cer}) too
   * @param password of the store and of the key in it, if it has one
   */
  public record Store(Path file, Optional<Secret> password) {}
}
