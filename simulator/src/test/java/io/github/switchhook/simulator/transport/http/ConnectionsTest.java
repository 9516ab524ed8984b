package io.github.switchhook.simulator.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The choice of the connection to close where there are too many. */
class ConnectionsTest {
  private final Connections connections =
      new Connections(new Limits(3, Duration.ofSeconds(1), Duration.ofSeconds(1), 100));
  private final List<String> closed = new ArrayList<>();
  private final Connections.Closing first = () -> closed.add("first");
  private final Connections.Closing second = () -> closed.add("second");
  private final Connections.Closing third = () -> closed.add("third");
  private final Connections.Closing fourth = () -> closed.add("fourth");

  private void addThree() {
    assertThat(connections.add(first)).isTrue();
    assertThat(connections.add(second)).isTrue();
    assertThat(connections.add(third)).isTrue();
  }

  @Test
  void theOldestThatIsNotServedHasToGo() {
    addThree();
    connections.serves(first);

    assertThat(connections.add(fourth)).isTrue();
    assertThat(closed).containsExactly("second");
    assertThat(connections.size()).isEqualTo(3);
  }

  @Test
  void closesNoneWhileAllAreServed() {
    addThree();
    List.of(first, second, third).forEach(connections::serves);

    assertThat(connections.add(fourth)).isFalse();
    assertThat(closed).isEmpty();
    connections.remove(second);
    assertThat(connections.add(fourth)).isTrue();
  }

  @Test
  void theOldestAnswersThatAreNotReadHaveToGo() {
    addThree();
    connections.answers(first, 60);
    connections.answers(second, 40);
    connections.answers(third, 30);

    assertThat(closed).containsExactly("first");
    assertThat(connections.unread()).isEqualTo(70);
    connections.remove(second);
    connections.answers(fourth, 1000);
    assertThat(connections.unread()).as("it has been closed before").isEqualTo(30);
  }

  @Test
  void oneAnswerMayBeLonger() {
    addThree();
    connections.answers(first, 10);
    connections.answers(second, 1000);

    assertThat(closed).containsExactly("first");
    assertThat(connections.unread()).isEqualTo(1000);
  }
}
