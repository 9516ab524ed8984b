package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.profile.Address;
import io.github.switchhook.conformance.profile.Secret;
import io.github.switchhook.conformance.profile.TargetFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the TLS context of a target from its stores. */
public final class Tls {
  /** Makes managers of a store's content. */
  private interface Reading<T> {
    T of(Address.Store store) throws GeneralSecurityException, IOException;
  }

  private Tls() {}

  /**
   * Returns a context that trusts what the trust store holds and nothing else, and shows the key
   * store's certificate where the target asks. Without a store the Java runtime's applies.
   *
   * @throws TargetFormatException if a store cannot be read; the message says why
   */
  public static SSLContext context(Address address) {
    return context(address, Clock.systemUTC());
  }

  /** Returns such a context, with the clock by which certificates expire. */
  static SSLContext context(Address address, Clock clock) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager @Nullable [] keys =
          address.key().map(store -> read("keyStore", store, Tls::keys)).orElse(null);
      KeyStore trusted =
          address.trust().map(store -> read("trustStore", store, Tls::trusted)).orElse(null);
      context.init(keys, checked(trusted, clock), null);
      return context;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (GeneralSecurityException e) {
      throw new TargetFormatException("TLS cannot be set up: " + e.getMessage());
    }
  }

  /** Returns the trust of a store, or the Java runtime's without one; dates are always checked. */
  private static TrustManager[] checked(@Nullable KeyStore trusted, Clock clock)
      throws GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    return Arrays.stream(managers.getTrustManagers())
        .map(
            manager ->
                manager instanceof X509ExtendedTrustManager trust
                    ? new CertificateCheck(trust, clock)
                    : manager)
        .toArray(TrustManager[]::new);
  }

  private static <T> T read(String key, Address.Store store, Reading<T> reading) {
    try {
      return reading.of(store);
    } catch (NoSuchFileException e) {
      throw new TargetFormatException(key + ": " + store.file() + " cannot be used: no such file");
    } catch (GeneralSecurityException | IOException e) {
      throw new TargetFormatException(
          key + ": " + store.file() + " cannot be used: " + e.getMessage());
    }
  }

  private static KeyStore trusted(Address.Store store)
      throws GeneralSecurityException, IOException {
    return isPem(store.file()) ? certificates(store.file()) : keyStore(store);
  }

  private static KeyManager[] keys(Address.Store store)
      throws GeneralSecurityException, IOException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keyStore(store), password(store));
    return managers.getKeyManagers();
  }

  private static KeyStore keyStore(Address.Store store)
      throws GeneralSecurityException, IOException {
    if (!Files.exists(store.file())) {
      throw new NoSuchFileException(store.file().toString());
    }
    return KeyStore.getInstance(store.file().toFile(), password(store));
  }

  private static char[] password(Address.Store store) {
    return store.password().map(Secret::value).map(String::toCharArray).orElse(new char[0]);
  }

  private static KeyStore certificates(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
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
