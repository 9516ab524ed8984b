package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.target.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Tries what lies below the WebSocket, one layer at a time. */
public final class Reach {
  private static final int REFUSAL_MILLIS = 200;

  private Reach() {}

  /**
   * What TLS agreed on.
   *
   * @param protocol such as TLSv1.3
   * @param subject whose certificate it is
   * @param until when that certificate ends
   */
  public record Secured(String protocol, String subject, Instant until) {}

  /** Returns the port of an address, also where it stands for itself. */
  public static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : url.getScheme().equals("wss") ? 443 : 80;
  }

  /**
   * Opens and closes a TCP connection.
   *
   * @throws IOException if that does not work within the timeout
   */
  public static void tcp(URI url, Duration timeout) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(url.getHost(), port(url)), Math.toIntExact(timeout.toMillis()));
    }
  }

  /**
   * Shakes hands by TLS, with the host's name verified, and waits for a moment: by TLS 1.3 a target
   * refuses our certificate only after the handshake.
   *
   * @throws IOException if that does not work within the timeout
   */
  public static Secured tls(Address address, Duration timeout) throws IOException {
    URI url = address.url();
    int millis = Math.toIntExact(timeout.toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(url.getHost(), port(url)), millis);
      plain.setSoTimeout(millis);
      try (SSLSocket socket =
          (SSLSocket)
              Tls.context(address)
                  .getSocketFactory()
                  .createSocket(plain, url.getHost(), port(url), true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        X509Certificate certificate =
            (X509Certificate) socket.getSession().getPeerCertificates()[0];
        Secured secured =
            new Secured(
                socket.getSession().getProtocol(),
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotAfter().toInstant());
        awaitRefusal(socket);
        return secured;
      }
    }
  }

  private static void awaitRefusal(SSLSocket socket) throws IOException {
    socket.setSoTimeout(REFUSAL_MILLIS);
    try {
      if (socket.getInputStream().read() < 0) {
        throw new IOException("the target closed the connection after the handshake");
      }
    } catch (SocketTimeoutException e) {
      // It waits for us to speak.
    }
  }
}
