package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.target.Address;
import io.github.switchhook.conformance.target.Secret;
import io.github.switchhook.conformance.target.TargetFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Turns a target's trust store into what TLS needs. */
public final class Tls {
  private Tls() {}

  /**
   * Returns a context that trusts what the store holds and nothing else.
   *
   * @throws TargetFormatException if the store cannot be read; the message says why
   */
  public static SSLContext context(Address.TrustStore trust) {
    try {
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store(trust));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new TargetFormatException(
          "the trust store " + trust.file() + " cannot be used: " + e.getMessage());
    }
  }

  private static KeyStore store(Address.TrustStore trust)
      throws GeneralSecurityException, IOException {
    char[] password =
        trust.password().map(Secret::value).map(String::toCharArray).orElse(new char[0]);
    if (!isPem(trust.file())) {
      return KeyStore.getInstance(trust.file().toFile(), password);
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, password);
    try (InputStream in = Files.newInputStream(trust.file())) {
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("trusted " + store.size(), certificate);
      }
    }
    return store;
  }

  private static boolean isPem(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".pem") || name.endsWith(".crt") || name.endsWith(".cer");
  }
}
