package io.github.switchhook.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.diagnosis.Doctor;
import io.github.switchhook.conformance.foreign.ForeignSwitch;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.profile.TargetFormatException;
import io.github.switchhook.conformance.stimulus.BrokenStimulusException;
import io.github.switchhook.conformance.stimulus.Http;
import io.github.switchhook.conformance.stimulus.Stimulus;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** wss with a certificate that only the profile's trust store knows. */
@Timeout(60)
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private static Path folder;

  private final ForeignSwitch foreign = ForeignSwitch.start();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @SuppressWarnings("NullAway.Init") // set before each test
  private SSLServerSocket front;

  /** Makes the keys: one that is fine, one that has expired, one for another host. */
  @BeforeAll
  static void makeKeys() throws IOException, InterruptedException {
    key("front", "san=dns:localhost,ip:127.0.0.1", List.of());
    key("old", "san=dns:localhost", List.of("-startdate", "-10d", "-validity", "5"));
    key("other", "san=dns:other.example", List.of());
  }

  private static void key(String name, String names, List<String> dates)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", names));
    arguments.addAll(dates);
    keytool(name, arguments);
    String file = folder.resolve(name + ".pem").toString();
    keytool(name, List.of("-exportcert", "-rfc", "-file", file));
  }

  /** Starts a server that speaks TLS and forwards everything. */
  private void listen(String key) throws IOException, GeneralSecurityException {
    Path store = folder.resolve(key + ".p12");
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(store.toFile(), PASSWORD), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(KeyStore.getInstance(store.toFile(), PASSWORD));
    context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
    front =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    threads.execute(this::serve);
  }

  @BeforeEach
  void listen() throws IOException, GeneralSecurityException {
    listen("front");
  }

  @AfterEach
  void stop() throws IOException {
    front.close();
    threads.shutdownNow();
    foreign.close();
  }

  @Test
  void trustsWhatTheProfileTrusts() throws IOException {
    Target pem = target("trustStore: {file: front.pem}");
    Target store = target("trustStore: {file: front.p12, password: changeit}");

    assertThat(Reach.tls(pem.address(), Duration.ofSeconds(5)).toString())
        .contains("TLSv1.3", "CN=front");
    try (Wire wire = new WebSocketWire(store);
        MessageConnection connection =
            wire.connect(AgentNames.FIRST, new WireLog(() -> 0, store.secrets()))) {
      connection.send("{\"messageType\":\"logon\",\"user\":\"ann\",\"secret\":\"pa55-ann\"}");
      assertThat(connection.receive(Duration.ofSeconds(5)))
          .isEqualTo(new Inbound.Text("{\"messageType\":\"tick\"}"));
    }
  }

  @Test
  void trustsNoOtherCertificate() throws IOException {
    Target target = target("");

    assertThatThrownBy(() -> Reach.tls(target.address(), Duration.ofSeconds(5)))
        .hasMessage("the certificate of CN=front is not trusted: it was issued by CN=front");
    assertThat(refusal(target))
        .isEqualTo("the certificate of CN=front is not trusted: it was issued by CN=front");
  }

  /** Java does not look at the dates of a certificate that is trusted as it is. */
  @Test
  void trustsNoCertificateThatHasExpired() throws IOException, GeneralSecurityException {
    front.close();
    listen("old");
    Target target = target("trustStore: {file: old.pem}");

    assertThat(refusal(target)).startsWith("the certificate of CN=old has expired on 20");
    assertThat(Doctor.examine(target, Stimulus.none(), Clock.systemUTC()))
        .last()
        .matches(check -> check.name().equals("TLS") && check.state() == Doctor.State.FAILED)
        .extracting(Doctor.Check::found, Doctor.Check::advice)
        .satisfies(
            found -> assertThat(found).asString().startsWith("[the certificate of CN=old has exp"));
    assertThatThrownBy(
            () ->
                new Http(Duration.ofSeconds(5), Tls.context(target.address()))
                    .send(
                        "GET",
                        URI.create("https://localhost:" + front.getLocalPort()),
                        Map.of(),
                        Optional.empty()))
        .as("what the stimulus talks to, too")
        .isInstanceOf(BrokenStimulusException.class)
        .hasMessageContaining("the certificate of CN=old has expired on 20");
  }

  @Test
  void namesTheSubjectOfTheCertificate() throws IOException, GeneralSecurityException {
    front.close();
    listen("other");

    assertThat(refusal(target("trustStore: {file: other.pem}")))
        .isEqualTo("the certificate is for other.example, and not for localhost");
  }

  private static String refusal(Target target) {
    try (Wire wire = new WebSocketWire(target)) {
      wire.connect(AgentNames.FIRST, new WireLog(() -> 0, target.secrets()));
      throw new AssertionError("the target is reached");
    } catch (Wire.UnreachableException e) {
      String message = String.valueOf(e.getMessage());
      return message.substring(message.indexOf("***: ") + 5);
    }
  }

  @Test
  void saysWhichStoreCannotBeUsed() throws IOException {
    Files.writeString(folder.resolve("none.pem"), "no certificate");
    Target target = target("trustStore: {file: none.pem}");

    assertThatThrownBy(() -> new WebSocketWire(target))
        .isInstanceOf(TargetFormatException.class)
        .hasMessageContaining("none.pem cannot be used");
  }

  /** The front asks for a certificate that it trusts, which is its own here. */
  @Test
  void showsItsOwnCertificateWhereOneIsDemanded() throws IOException {
    front.setNeedClientAuth(true);
    Target known =
        target("trustStore: {file: front.pem}\nkeyStore: {file: front.p12, password: changeit}");
    Target unknown = target("trustStore: {file: front.pem}");

    try (Wire wire = new WebSocketWire(known)) {
      wire.connect(AgentNames.FIRST, new WireLog(() -> 0, known.secrets())).close();
    }
    assertThat(Reach.tls(known.address(), Duration.ofSeconds(5)).subject()).isEqualTo("CN=front");
    assertThat(known.secrets().redact("it is changeit")).isEqualTo("it is ***");
    assertThat(refusal(unknown)).startsWith("the target ").containsAnyOf("TLS", "connection");
    assertThatThrownBy(() -> Reach.tls(unknown.address(), Duration.ofSeconds(5)))
        .isInstanceOf(Wire.UnreachableException.class)
        .hasMessage("the target ended TLS with the alert \"bad certificate\"");
  }

  @Test
  void saysWhichKeyStoreCannotBeUsed() throws IOException {
    Target wrong = target("keyStore: {file: front.p12, password: guess}");

    assertThatThrownBy(() -> new WebSocketWire(wrong))
        .isInstanceOf(TargetFormatException.class)
        .hasMessageContaining("keyStore: ")
        .hasMessageContaining("front.p12 cannot be used")
        .hasMessageNotContaining("guess");
  }

  private Target target(String trust) throws IOException {
    return Target.load(
        Files.writeString(
            folder.resolve("t.yaml"),
            """
            url: wss://localhost:%d/cti/v3?tenant=7
            headers: {X-Tenant: t-7}
            subprotocols: [cti.v3]
            agents: [{id: ann, password: pa55-ann, extension: "210"}]
            %s
            """
                .formatted(front.getLocalPort(), trust)));
  }

  private void serve() {
    while (!front.isClosed()) {
      try {
        Socket from = front.accept();
        Socket to = new Socket(InetAddress.getLoopbackAddress(), foreign.port());
        threads.execute(() -> pump(from, to));
        threads.execute(() -> pump(to, from));
      } catch (IOException e) {
        // Closed, or a client that does not trust us.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
      to.close();
    } catch (IOException e) {
      // One of them has gone.
    }
  }

  private static void keytool(String name, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(arguments);
    command.addAll(List.of("-alias", name, "-storetype", "PKCS12", "-storepass", "changeit"));
    command.addAll(List.of("-keystore", folder.resolve(name + ".p12").toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isZero();
  }
}
