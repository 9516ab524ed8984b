package io.github.switchhook.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of Host and Origin that are accepted. */
class LoopbackTest {
  private final Loopback here = Loopback.ONLY;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost",
        "localhost:8018",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.1.2.3:65535",
        "[::1]",
        "[::1]:8018",
        "[0:0:0:0:0:0:0:1]:8018",
        "[::ffff:127.0.0.1]"
      })
  void isThisMachine(String host) {
    assertThat(here.allowsHost(host)).isTrue();
    assertThat(here.allowsOrigin("http://" + host)).isTrue();
    assertThat(here.allowsOrigin("HTTPS://" + host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost.",
        "127.0.0.999",
        "127.0.0.01",
        "127.1",
        "0.0.0.0",
        "2130706433",
        "0x7f000001",
        "::1",
        "[::2]",
        "[::1",
        "[localhost]",
        "[::1%25lo]",
        "[::1]evil.example",
        "user@localhost",
        "localhost@evil.example",
        "evil.example#@localhost",
        "localhost/path",
        "localhost/",
        "localhost?query",
        "localhost#fragment",
        "localhost\\evil.example",
        "localhost:",
        "localhost:x",
        "localhost:65536",
        "localhost:99999999999",
        "localhost:1:2",
        "localhost,evil.example",
        "localhost localhost",
        " localhost",
        "localhost ",
        "localhost\n",
        "localhost\t",
        "localhost\0",
        "\uff4cocalhost",
        ":8018",
        "."
      })
  void isNotThisMachine(String host) {
    assertThat(here.allowsHost(host)).isFalse();
    assertThat(here.allowsOrigin("http://" + host)).isFalse();
    assertThat(here.allowsOrigin(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "localhost",
        "//localhost",
        "http:localhost",
        "http:/localhost",
        "file://",
        "file://localhost",
        "javascript://localhost",
        "http://localhost http://localhost",
        "http://localhost,http://localhost"
      })
  void isNoOriginOfThisMachine(String origin) {
    assertThat(here.allowsOrigin(origin)).isFalse();
  }

  @ParameterizedTest
  @NullAndEmptySource
  void needsNoOriginButAHost(String none) {
    assertThat(here.allowsOrigin(none)).isTrue();
    assertThat(here.allowsHost(none)).isFalse();
    assertThat(here.allowsHost("http://localhost")).isFalse();
  }

  @Test
  void doesNotReadOnInWhatIsTooLong() {
    assertThat(here.allowsHost("a".repeat(1_000_000))).isFalse();
    assertThat(here.allowsHost("[" + ":".repeat(1_000_000) + "]")).isFalse();
    assertThat(here.allowsHost("localhost:" + "1".repeat(1_000_000))).isFalse();
  }

  @Test
  void allowsTheAddressThatIsListenedOnAndTheNamesGiven() throws UnknownHostException {
    Loopback more =
        Loopback.and(InetAddress.getByName("192.0.2.7"), List.of("Desk.example", "fe80::1"));

    assertThat(List.of("192.0.2.7", "192.0.2.7:8017", "desk.EXAMPLE:1", "[fe80:0::1]", "localhost"))
        .allSatisfy(host -> assertThat(more.allowsHost(host)).as(host).isTrue())
        .allSatisfy(host -> assertThat(more.allowsOrigin("http://" + host)).as(host).isTrue());
    assertThat(
            List.of(
                "192.0.2.8", "desk.example.evil.example", "x.desk.example", "user@desk.example"))
        .allSatisfy(host -> assertThat(more.allowsHost(host)).as(host).isFalse());
    assertThat(here.allowsHost("192.0.2.7")).isFalse();
    assertThat(
            Loopback.and(InetAddress.getByName("2001:db8::7"), List.of())
                .allowsHost("[2001:db8::7]:1"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "desk.example:80", "http://desk.example", "a/b", "*", "u@h", "[::1]:1"})
  void saysWhatIsNoHost(String name) {
    assertThatThrownBy(
            () -> Loopback.and(InetAddress.getLoopbackAddress(), List.of("desk.example", name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a host name or address without a port")
        .hasMessageContaining("\"" + name + "\"");
  }
}
