package io.github.switchhook.conformance.scenario;

import io.github.switchhook.conformance.protocol.Json;
import java.util.Map;
import java.util.Optional;

/** Writes what one step does as the keys of YAML that {@link StepReader} reads. */
final class ActionKeys implements ActionVisitor<ActionKeys.Yaml> {
  @Override
  public Yaml send(Action.Send send) {
    Yaml yaml = new Yaml("agent", send.agent()).and("sends", ScenarioWriter.text(send.command()));
    send.to().ifPresent(to -> yaml.and("to", ScenarioWriter.text(to)));
    if (!send.data().isEmpty()) {
      yaml.and("with", Json.write(send.data()));
    }
    send.reply().accept(new ResponseKeys()).ifPresent(answer -> yaml.and("answer", answer));
    return keeping(send.keep(), yaml);
  }

  @Override
  public Yaml disconnect(Action.Disconnect disconnect) {
    return new Yaml("agent", disconnect.agent()).and("does", "disconnects");
  }

  @Override
  public Yaml takeOver(Action.TakeOver takeOver) {
    return new Yaml("agent", takeOver.agent()).and("does", "takes over");
  }

  @Override
  public Yaml customer(Action.Customer customer) {
    return new Yaml("customer", ScenarioWriter.text(customer.from()))
        .and(customer.contact().words(), ScenarioWriter.text(customer.to()));
  }

  @Override
  public Yaml partyActs(Action.PartyActs acts) {
    return party(acts.party(), acts.of()).and("does", acts.act().words());
  }

  @Override
  public Yaml hasHeard(Action.HasHeard heard) {
    return party(heard.party(), heard.of()).and("heard", ScenarioWriter.text(heard.digits()));
  }

  @Override
  public Yaml pass(Action.Pass pass) {
    return new Yaml("pass", pass.time().toSeconds() + "s");
  }

  @Override
  public Yaml waitFor(Action.WaitFor wait) {
    Yaml yaml =
        new Yaml("wait for", ScenarioWriter.text(ProtocolNames.write(wait.event())))
            .and("agent", wait.agent())
            .and("within", wait.within().toMillis() + "ms");
    return keeping(wait.keep(), yaml);
  }

  @Override
  public Yaml setDispositions(Action.SetDispositions set) {
    return new Yaml("dispositions", ScenarioWriter.map(set.choices()))
        .and("of", set.agent())
        .and("required", String.valueOf(set.required()));
  }

  private static Yaml party(RemoteParty party, Optional<String> of) {
    Yaml yaml = new Yaml("party", party.words());
    of.ifPresent(agent -> yaml.and("of", agent));
    return yaml;
  }

  private static Yaml keeping(Map<String, String> keep, Yaml yaml) {
    return keep.isEmpty() ? yaml : yaml.and("keep", ScenarioWriter.map(keep));
  }

  /** The keys of one item of the list of steps, in order. */
  static final class Yaml {
    private final StringBuilder out = new StringBuilder("  - ");

    Yaml(String key, String value) {
      entry(key, value);
    }

    Yaml and(String key, String value) {
      out.append("    ");
      return entry(key, value);
    }

    private Yaml entry(String key, String value) {
      out.append(key).append(": ").append(value).append('\n');
      return this;
    }

    String text() {
      return out.toString();
    }
  }

  /** The value of the key answer; empty where it may be left out. */
  private static final class ResponseKeys implements ExpectedResponse.Visitor<Optional<String>> {
    @Override
    public Optional<String> success(ExpectedResponse.Success success) {
      return Optional.ofNullable(success.data()).map(data -> "{success: " + Json.write(data) + "}");
    }

    @Override
    public Optional<String> confirm(ExpectedResponse.Confirm confirm) {
      return Optional.of(
          confirm.data() == null ? "confirm" : "{confirm: " + Json.write(confirm.data()) + "}");
    }

    @Override
    public Optional<String> refusal(ExpectedResponse.Refusal refusal) {
      return Optional.of(ScenarioWriter.text(refusal.code()));
    }

    @Override
    public Optional<String> any(ExpectedResponse.Any any) {
      return Optional.of("any");
    }
  }
}
