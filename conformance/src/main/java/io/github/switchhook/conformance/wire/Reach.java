package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.target.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Tries what lies below the WebSocket, one layer at a time. */
public final class Reach {
  private Reach() {}

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
   * Shakes hands by TLS, with the host's name verified.
   *
   * @return the protocol and whose certificate it is, until when
   * @throws IOException if that does not work within the timeout
   */
  public static String tls(Address address, Duration timeout) throws IOException {
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
        return socket.getSession().getProtocol()
            + ", certificate of "
            + certificate.getSubjectX500Principal().getName()
            + " until "
            + certificate.getNotAfter().toInstant();
      }
    }
  }
}
