package io.github.switchhook.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.switchhook.conformance.profile.Address;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences for exceptions of the network. */
class NetworkDiagnosisTest {
  static Stream<Arguments> sentences() {
    return Stream.of(
        Arguments.of(new UnknownHostException("cti.example"), "no such host: cti.example"),
        Arguments.of(
            new ConnectException().initCause(new UnresolvedAddressException()),
            "no such host: cti.example"),
        Arguments.of(
            new ConnectException("Connection refused"), "nothing listens on port 9 of cti.example"),
        Arguments.of(new NoRouteToHostException("x"), "there is no route to cti.example"),
        Arguments.of(
            new SocketException("Network is unreachable"), "there is no route to cti.example"),
        Arguments.of(
            new SocketTimeoutException("connect timed out"),
            "port 9 of cti.example does not answer"),
        Arguments.of(new HttpTimeoutException("x"), "port 9 of cti.example does not answer"),
        Arguments.of(new EOFException(), "the target closed the connection"),
        Arguments.of(
            new IOException("HTTP/1.1 header parser received no bytes"),
            "the target closed the connection"),
        Arguments.of(new SocketException("Connection reset"), "the target reset the connection"),
        Arguments.of(
            new SocketException("Broken pipe (Write failed)"), "the target reset the connection"),
        Arguments.of(new SSLException("Connection reset"), "the target reset the connection"),
        Arguments.of(
            new SSLHandshakeException("Received fatal alert: protocol_version"),
            "the target ended TLS with the alert \"protocol version\""),
        Arguments.of(
            new SSLException("Unsupported or unrecognized SSL message"),
            "what answers on port 9 does not speak TLS"),
        Arguments.of(
            new SSLHandshakeException("Remote host terminated the handshake"),
            "the target closed the connection in the middle of TLS"),
        Arguments.of(new SSLHandshakeException("sun.Whatever"), "TLS could not be agreed on"),
        Arguments.of(
            new IOException("java.lang.Whatever"),
            "the connection to port 9 of cti.example failed"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void saysWhatHappened(Throwable failure, String why) {
    Diagnosis direct = Diagnosis.of(failure, "cti.example", 9);
    Diagnosis wrapped = Diagnosis.of(new IOException("wrapped", failure), "cti.example", 9);

    assertThat(direct.why()).isEqualTo(why);
    assertThat(wrapped.why()).isEqualTo(why);
    assertThat(direct.lookAt()).isNotBlank();
  }

  @Test
  void showsNoSecretOfAUrl() {
    assertThat(
            Address.of(URI.create("wss://ann:pa55@cti.example:8443/v%203/a?token=a%2Bb&tenant=7"))
                .shown())
        .isEqualTo("wss://***@cti.example:8443/v%203/a?token=***&tenant=***");
    assertThat(Address.of(URI.create("ws://cti.example")).shown()).isEqualTo("ws://cti.example");
  }
}
