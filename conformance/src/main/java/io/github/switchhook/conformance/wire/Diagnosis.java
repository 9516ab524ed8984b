package io.github.switchhook.conformance.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * A sentence for what went wrong with the network: what happened, and what to look at. Only this
 * class makes one of Java's exceptions; no class name and no message of a library is passed on.
 * Pure functions.
 *
 * @param why what happened, as it continues "cannot connect to URL: "
 * @param lookAt what to look at, as it continues "look at"
 */
public record Diagnosis(String why, String lookAt) {
  private static final String ALERT = "received fatal alert: ";

  /** Says what an exception means that was thrown on the way to a port of a host. */
  public static Diagnosis of(Throwable failure, String host, int port) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateCheck.UnfitException unfit) {
        return new Diagnosis(String.valueOf(unfit.getMessage()), unfit.lookAt());
      }
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return new Diagnosis("no such host: " + host, "the host in url, and the name service");
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<Diagnosis> known = known(cause, host, port);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return new Diagnosis(
        "the connection to port " + port + " of " + host + " failed",
        "whether the target runs, the port in url, and what its own log says");
  }

  /** Says what an exception means that ended a connection which was open. */
  static String ofEnd(Throwable failure) {
    return known(failure, "the target", 0).map(Diagnosis::why).orElse("the connection failed");
  }

  private static Optional<Diagnosis> known(Throwable cause, String host, int port) {
    if (cause instanceof NoRouteToHostException || says(cause, "network is unreachable")) {
      return some("there is no route to " + host, "the network of this machine, VPN and firewalls");
    }
    if (cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException) {
      return some(
          "port " + port + " of " + host + " does not answer", "the port in url, and firewalls");
    }
    if (cause instanceof EOFException || says(cause, "eof reached") || says(cause, "no bytes")) {
      return some("the target closed the connection", "what the target's own log says");
    }
    if (says(cause, "reset") || says(cause, "broken pipe") || says(cause, "aborted")) {
      return some("the target reset the connection", "what the target's own log says, and proxies");
    }
    if (cause instanceof SSLException) {
      return some(tls(cause, port), tlsAdvice(cause));
    }
    if (cause instanceof ConnectException) {
      return some(
          "nothing listens on port " + port + " of " + host,
          "whether the target runs, the port in url, and firewalls");
    }
    if (cause instanceof SocketException && says(cause, "closed")) {
      return some("the connection was closed", "what the target's own log says");
    }
    return Optional.empty();
  }

  private static String tls(Throwable failure, int port) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    int alert = message.indexOf(ALERT);
    if (alert >= 0) {
      return "the target ended TLS with the alert \""
          + message.substring(alert + ALERT.length()).replace('_', ' ')
          + "\"";
    }
    if (isPlain(failure)) {
      return "what answers on port " + port + " does not speak TLS";
    }
    if (message.contains("terminated the handshake") || message.contains("shut down incorrectly")) {
      return "the target closed the connection in the middle of TLS";
    }
    return "TLS could not be agreed on";
  }

  private static String tlsAdvice(Throwable failure) {
    return isPlain(failure)
        ? "the port in url, and whether url should begin with ws://"
        : "trustStore, keyStore if the target asks for a certificate, and the TLS versions that it"
            + " takes";
  }

  private static boolean isPlain(Throwable failure) {
    return says(failure, "unrecognized ssl message") || says(failure, "plaintext connection");
  }

  private static boolean says(Throwable failure, String words) {
    return failure instanceof IOException
        && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains(words);
  }

  private static Optional<Diagnosis> some(String why, String lookAt) {
    return Optional.of(new Diagnosis(why, lookAt));
  }
}
