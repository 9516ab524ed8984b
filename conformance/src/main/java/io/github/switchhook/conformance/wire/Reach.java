package io.github.switchhook.conformance.wire;

import io.github.switchhook.conformance.profile.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Checks the layers below the WebSocket one at a time: name, port, TLS. Each check throws a {@link
 * Wire.UnreachableException} that says what is wrong, without the URL.
 */
public final class Reach {
  private static final int REFUSAL_MILLIS = 200;

  private Reach() {}

  /**
   * The result of a TLS handshake.
   *
   * @param protocol such as TLSv1.3
   * @param subject whose certificate it is
   * @param until when that certificate ends
   */
  public record Secured(String protocol, String subject, Instant until) {}

  /** Returns the port of a URL, or its scheme's if it names none. */
  public static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : isSecured(url) ? 443 : 80;
  }

  static boolean isSecured(URI url) {
    return url.getScheme().equals("wss");
  }

  /** Asks the name service for the address of a target's host, within a timeout. */
  public static InetAddress address(URI url, Duration timeout) {
    CompletableFuture<InetAddress> asked = new CompletableFuture<>();
    Thread asking = new Thread(() -> ask(url, asked), "switchhook-name");
    asking.setDaemon(true);
    asking.start();
    try {
      return asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unreachable(url, e);
    } catch (TimeoutException e) {
      throw new Wire.UnreachableException(
          "the name service did not tell the address of "
              + url.getHost()
              + " within "
              + timeout.toMillis()
              + " ms",
          "the host in url, and the name service",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Wire.UnreachableException("the run was interrupted", "nothing", e);
    }
  }

  private static void ask(URI url, CompletableFuture<InetAddress> asked) {
    try {
      asked.complete(InetAddress.getByName(url.getHost()));
    } catch (IOException e) {
      asked.completeExceptionally(e);
    }
  }

  /** Opens and closes a TCP connection, within a timeout. */
  public static void tcp(URI url, Duration timeout) {
    Watchdog.quietly(connect(url, timeout));
  }

  /**
   * Performs a TLS handshake, with the host's name verified, and waits for a moment: in TLS 1.3 a
   * target refuses the kit's certificate only after the handshake.
   */
  public static Secured tls(Address address, Duration timeout) {
    Socket plain = connect(address.url(), timeout);
    try (Watchdog watchdog = Watchdog.over(plain, timeout)) {
      try {
        SSLSocket socket = secure(plain, address.url(), Tls.context(address));
        X509Certificate certificate =
            (X509Certificate) socket.getSession().getPeerCertificates()[0];
        awaitRefusal(socket, address.url());
        return new Secured(
            socket.getSession().getProtocol(),
            certificate.getSubjectX500Principal().getName(),
            certificate.getNotAfter().toInstant());
      } catch (IOException e) {
        throw watchdog.struck() ? silent("TLS", timeout, e) : unreachable(address.url(), e);
      }
    } finally {
      Watchdog.quietly(plain);
    }
  }

  /** Opens a TCP connection; the name look-up and the connect may each take the timeout. */
  static Socket connect(URI url, Duration timeout) {
    InetAddress host = address(url, timeout);
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(host, port(url)), Math.toIntExact(Math.max(1, timeout.toMillis())));
      return socket;
    } catch (IOException e) {
      Watchdog.quietly(socket);
      throw unreachable(url, e);
    }
  }

  /** Puts TLS on a connection. */
  static SSLSocket secure(Socket plain, URI url, SSLContext context) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, url.getHost(), port(url), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  static Wire.UnreachableException unreachable(URI url, Exception failure) {
    Diagnosis diagnosis = Diagnosis.of(failure, url.getHost(), port(url));
    return new Wire.UnreachableException(diagnosis.why(), diagnosis.lookAt(), failure);
  }

  /** Says that something was not over in time. */
  static Wire.UnreachableException silent(String what, Duration limit, Exception failure) {
    return new Wire.UnreachableException(
        "the target did not answer " + what + " within " + limit.toMillis() + " ms",
        "the port in url, what the target's own log says, and timeouts: {connectMillis}",
        failure);
  }

  private static void awaitRefusal(SSLSocket socket, URI url) throws IOException {
    socket.setSoTimeout(REFUSAL_MILLIS);
    try {
      if (socket.getInputStream().read() < 0) {
        throw new Wire.UnreachableException(
            "the target closed the connection when TLS was agreed on",
            "keyStore if the target asks for a certificate, and its own log",
            new IOException(url.getHost()));
      }
    } catch (SocketTimeoutException e) {
      // The target waits for the kit's first message.
    }
  }
}
