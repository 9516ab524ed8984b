package io.github.switchhook.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.switchhook.conformance.foreign.ForeignSwitch;
import io.github.switchhook.conformance.target.Target;
import io.github.switchhook.conformance.target.TargetFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
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
  private Path folder;

  private final ForeignSwitch foreign = ForeignSwitch.start();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @SuppressWarnings("NullAway.Init") // set before each test
  private SSLServerSocket front;

  /** A front that speaks TLS and passes everything on. */
  @BeforeEach
  void listen() throws IOException, InterruptedException, GeneralSecurityException {
    keytool(
        "-genkeypair",
        "-alias",
        "front",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-storetype",
        "PKCS12");
    keytool("-exportcert", "-alias", "front", "-rfc", "-file", folder.resolve("ca.pem").toString());
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(folder.resolve("front.p12").toFile(), PASSWORD), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(KeyStore.getInstance(folder.resolve("front.p12").toFile(), PASSWORD));
    context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
    front =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    threads.execute(this::serve);
  }

  @AfterEach
  void stop() throws IOException {
    front.close();
    threads.shutdownNow();
    foreign.close();
  }

  @Test
  void trustsWhatTheProfileTrusts() throws IOException {
    Target pem = target("trustStore: {file: ca.pem}");
    Target store = target("trustStore: {file: front.p12, password: changeit}");

    assertThat(Reach.tls(pem.address(), Duration.ofSeconds(5)).toString())
        .contains("TLSv1.3", "CN=localhost");
    try (Wire wire = new TyrusWire(store);
        AgentConnection connection = wire.connect("Alice", new WireLog(() -> 0, store.secrets()))) {
      connection.send("{\"messageType\":\"logon\",\"user\":\"ann\",\"secret\":\"pa55-ann\"}");
      assertThat(connection.receive(Duration.ofSeconds(5)))
          .isEqualTo(new Inbound.Text("{\"messageType\":\"tick\"}"));
    }
  }

  @Test
  void trustsNobodyElse() throws IOException {
    Target target = target("");

    assertThatThrownBy(() -> Reach.tls(target.address(), Duration.ofSeconds(5)))
        .hasMessageContaining("unable to find valid certification path");
    try (Wire wire = new TyrusWire(target)) {
      assertThatThrownBy(() -> wire.connect("Alice", new WireLog(() -> 0, target.secrets())))
          .isInstanceOf(Wire.UnreachableException.class);
    }
  }

  @Test
  void saysWhichStoreCannotBeUsed() throws IOException {
    Files.writeString(folder.resolve("none.pem"), "no certificate");
    Target target = target("trustStore: {file: none.pem}");

    assertThatThrownBy(() -> new TyrusWire(target))
        .isInstanceOf(TargetFormatException.class)
        .hasMessageContaining("none.pem cannot be used");
  }

  /** The front asks for a certificate that it trusts, which is its own here. */
  @Test
  void showsItsOwnCertificateWhereOneIsDemanded() throws IOException {
    front.setNeedClientAuth(true);
    Target known =
        target("trustStore: {file: ca.pem}\nkeyStore: {file: front.p12, password: changeit}");
    Target unknown = target("trustStore: {file: ca.pem}");

    try (Wire wire = new TyrusWire(known)) {
      wire.connect("Alice", new WireLog(() -> 0, known.secrets())).close();
    }
    assertThat(Reach.tls(known.address(), Duration.ofSeconds(5)).subject())
        .isEqualTo("CN=localhost");
    assertThat(known.secrets().redact("it is changeit")).isEqualTo("it is ***");
    try (Wire wire = new TyrusWire(unknown)) {
      assertThatThrownBy(() -> wire.connect("Alice", new WireLog(() -> 0, unknown.secrets())))
          .isInstanceOf(Wire.UnreachableException.class);
    }
    assertThatThrownBy(() -> Reach.tls(unknown.address(), Duration.ofSeconds(5)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("certificate");
  }

  @Test
  void saysWhichKeyStoreCannotBeUsed() throws IOException {
    Target wrong = target("keyStore: {file: front.p12, password: guess}");

    assertThatThrownBy(() -> new TyrusWire(wrong))
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

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", folder.resolve("front.p12").toString(), "-storepass", "changeit"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isZero();
  }
}
