package io.github.switchhook.simulator.benchmark;

import io.github.switchhook.simulator.agent.Switch;
import io.github.switchhook.simulator.agent.SwitchSetup;
import io.github.switchhook.simulator.engine.Ids;
import io.github.switchhook.simulator.engine.VirtualClock;
import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * State transitions a second, each with the request that causes it, its response and its events. A
 * transition is one change of the state of a conversation, an interaction or a leg outside. The two
 * threads of JMH's {@code -t 2} have a switch each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
  private static final Map<String, String> NO_DATA = Map.of();

  // Of the agent's leg: ALERTING, CONNECTED, NULL; of the customer's: INITIATED, CONNECTED, NULL;
  // of the interaction: ALERTING, STARTED, ENDED, COMPLETED.
  private static final int IN_A_CALL = 10;

  private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
  private final SwitchSetup setup = SwitchSetup.standard();
  private final Switch theSwitch = new Switch(setup, new Ids(1), clock);
  private final Station alice = new Station(theSwitch, "alice");
  private final Station bob = new Station(theSwitch, "bob");
  private final Request hold;
  private final Request retrieve;

  /** Prepares a switch on which Alice has a call and Bob is free. */
  public EngineBenchmark() {
    alice.dial();
    hold = alice.toConversation(Command.CONVERSATION_HOLD);
    retrieve = alice.toConversation(Command.CONVERSATION_RETRIEVE);
  }

  /** Removes the timers that the warm-up has left, so that they are not measured. */
  @Setup
  public void forgetTimers() {
    clock.advance(Duration.ofDays(1));
  }

  /** Lets an agent hold a call and take it back. */
  @Benchmark
  @OperationsPerInvocation(2)
  public void holdAndRetrieve() {
    alice.send(hold);
    alice.send(retrieve);
  }

  /** Lets a customer call, and the agent answer, release and complete; the ring timer falls due. */
  @Benchmark
  @OperationsPerInvocation(IN_A_CALL)
  public void inboundCall() {
    theSwitch.call("5551234", "7002", NO_DATA);
    bob.send(bob.toConversation(Command.CONVERSATION_ANSWER));
    bob.send(bob.toConversation(Command.CONVERSATION_RELEASE));
    bob.send(bob.toInteraction(Command.INTERACTION_COMPLETE));
    clock.advance(setup.ringTimeout());
  }
}
