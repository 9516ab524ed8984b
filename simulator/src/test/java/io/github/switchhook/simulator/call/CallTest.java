package io.github.switchhook.simulator.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallTest {
  private final List<String> told = new ArrayList<>();
  private final Call call = new Call();

  private Leg leg(Call in, String name, LegState state) {
    Leg leg = in.add(new Party(name, name), state);
    leg.observe(
        new LegObserver() {
          @Override
          public void stateChanged(Leg own) {
            told.add(name + " " + own.state());
          }

          @Override
          public void membersChanged(Leg own, List<Party> added, List<Party> removed) {
            told.add(name + " " + own.state() + " +" + names(added) + " -" + names(removed));
          }
        });
    return leg;
  }

  private static String names(List<Party> parties) {
    return String.join(",", parties.stream().map(Party::id).toList());
  }

  @Nested
  class TwoParties {
    @Test
    void areConnectedWhenTheCalledOneAnswers() {
      leg(call, "caller", LegState.INITIATED);
      Leg called = leg(call, "called", LegState.ALERTING);

      call.answer(called);

      assertThat(told).containsExactly("called CONNECTED", "caller CONNECTED");
    }

    @Test
    void areBothGoneWhenOneLeaves() {
      Leg a = leg(call, "a", LegState.CONNECTED);
      leg(call, "b", LegState.HELD);

      call.clear(a);

      assertThat(told).containsExactly("a NULL", "b NULL");
      assertThat(call.legs()).isEmpty();
    }

    @Test
    void failTogetherWhenTheCalledOneIsBusy() {
      leg(call, "caller", LegState.INITIATED);
      Leg called = leg(call, "called", LegState.ALERTING);

      call.fail(called);

      assertThat(told).containsExactly("called FAILED", "caller FAILED");
    }
  }

  @Nested
  class Conference {
    private final Leg a = leg(call, "a", LegState.CONNECTED);
    private final Leg b = leg(call, "b", LegState.CONNECTED);
    private final Leg c = leg(call, "c", LegState.CONNECTED);

    @Test
    void staysUpUntilTheLastTwo() {
      call.clear(b);
      assertThat(told).containsExactly("b NULL", "a CONNECTED + -b", "c CONNECTED + -b");

      told.clear();
      call.clear(a);
      assertThat(told).containsExactly("a NULL", "c NULL");
    }

    @Test
    void growsByOneThatStillRings() {
      Leg d = call.join(new Party("d", "d"));

      assertThat(d.state()).isEqualTo(LegState.ALERTING);
      assertThat(told).containsExactly("a CONNECTED +d -", "b CONNECTED +d -", "c CONNECTED +d -");
      told.clear();
      call.fail(d);
      assertThat(told).containsExactly("a CONNECTED + -d", "b CONNECTED + -d", "c CONNECTED + -d");
      assertThat(call.legs()).containsExactly(a, b, c);
    }
  }

  @Nested
  class Consult {
    private final Call other = new Call();
    private final Leg original = leg(call, "agent", LegState.HELD);
    private final Leg customer = leg(call, "customer", LegState.CONNECTED);
    private final Leg consult = leg(other, "agent", LegState.CONNECTED);
    private final Leg expert = leg(other, "expert", LegState.CONNECTED);

    @Test
    void transferConnectsTheOthersAndTellsThemOfNewAndLostMembers() {
      call.transfer(original, consult);

      assertThat(told)
          .containsExactly(
              "agent NULL",
              "agent NULL",
              "customer CONNECTED +expert -agent",
              "expert CONNECTED +customer -agent");
      assertThat(call.legs()).containsExactly(customer, expert);
      assertThat(expert.call()).isSameAs(call);
    }

    @Test
    void conferencePutsEverybodyIntoTheOriginalCall() {
      call.conference(original, consult);

      assertThat(told)
          .containsExactly(
              "agent NULL",
              "agent CONNECTED +expert -",
              "customer CONNECTED +expert -",
              "expert CONNECTED +customer -");
      assertThat(call.legs()).containsExactly(original, customer, expert);
    }

    @Test
    void blindTransferReplacesTheAgent() {
      Leg rung = call.redirect(original, new Party("desk", "desk"));

      assertThat(told).containsExactly("agent NULL", "customer CONNECTED +desk -agent");
      call.fail(rung);
      assertThat(told).endsWith("customer NULL");
    }
  }
}
