package io.github.switchhook.conformance.wire;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Checks the dates of every certificate that a target shows, also of one that the trust store
 * itself has, whose dates Java does not check, and says in plain words what is wrong with it. Any
 * thread may call it.
 */
final class CertificateCheck extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager trust;
  private final Clock clock;

  CertificateCheck(X509ExtendedTrustManager trust, Clock clock) {
    this.trust = trust;
    this.clock = clock;
  }

  /** The certificate is not accepted; the message says why. */
  static final class UnfitException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final String lookAt;

    UnfitException(String why, String lookAt, Throwable cause) {
      super(why, cause);
      this.lookAt = lookAt;
    }

    String lookAt() {
      return lookAt;
    }
  }

  /** A check of the Java runtime's own trust manager. */
  private interface Asking {
    void ask() throws CertificateException;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    String host =
        socket instanceof javax.net.ssl.SSLSocket secured
            ? String.valueOf(secured.getHandshakeSession().getPeerHost())
            : "";
    check(chain, host, () -> trust.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(
        chain,
        String.valueOf(engine.getPeerHost()),
        () -> trust.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain, "", () -> trust.checkServerTrusted(chain, type));
  }

  private void check(X509Certificate[] chain, String host, Asking asking)
      throws CertificateException {
    Instant now = clock.instant();
    for (X509Certificate certificate : chain) {
      checkDates(certificate, now);
    }
    try {
      asking.ask();
    } catch (CertificateException e) {
      throw unfit(chain[0], host, e);
    }
  }

  private static void checkDates(X509Certificate certificate, Instant now) throws UnfitException {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (now.isAfter(until) || now.isBefore(from)) {
      String what = "the certificate of " + name(certificate);
      throw new UnfitException(
          now.isAfter(until)
              ? what + " has expired on " + until
              : what + " is not valid before " + from,
          "the certificate's dates, and this machine's clock",
          new CertificateException());
    }
  }

  private static UnfitException unfit(X509Certificate shown, String host, CertificateException e) {
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("No subject alternative") || message.startsWith("No name matching")) {
      return new UnfitException(
          "the certificate is for " + names(shown) + ", and not for " + host,
          "the host in url, and the names in the certificate",
          e);
    }
    return new UnfitException(
        "the certificate of "
            + name(shown)
            + " is not trusted: it was issued by "
            + shown.getIssuerX500Principal().getName(),
        "trustStore: it must hold that certificate, or the one of its issuer",
        e);
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  /**
   * Names of hosts and addresses, the second value of each entry; the subject where it has none.
   */
  private static String names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null || names.isEmpty()
          ? name(certificate)
          : names.stream()
              .map(entry -> String.valueOf(entry.get(1)))
              .collect(Collectors.joining(", "));
    } catch (CertificateParsingException e) {
      return name(certificate);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    trust.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    trust.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    trust.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return trust.getAcceptedIssuers();
  }
}
