package io.github.switchhook.conformance.profile;

import static io.github.switchhook.conformance.profile.ConfigValues.millis;
import static io.github.switchhook.conformance.profile.ConfigValues.or;
import static io.github.switchhook.conformance.profile.ConfigValues.pointers;
import static io.github.switchhook.conformance.profile.ConfigValues.required;
import static io.github.switchhook.conformance.profile.ConfigValues.seconds;
import static io.github.switchhook.conformance.profile.ConfigValues.template;
import static io.github.switchhook.conformance.profile.ConfigValues.values;
import static io.github.switchhook.conformance.profile.ConfigValues.with;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.catalogue.Catalogue;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.protocol.Columns;
import io.github.switchhook.fixtures.Level;
import io.github.switchhook.fixtures.MagicNumber;
import io.github.switchhook.fixtures.MagicNumbers;
import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a target file. The sample {@code targets/example.yaml} of the fixtures explains each.
 */
record TargetDocument(
    @Nullable String name,
    @Nullable String url,
    @Nullable Map<String, String> headers,
    @Nullable List<String> subprotocols,
    @Nullable StoreEntry trustStore,
    @Nullable StoreEntry keyStore,
    @Nullable List<AgentEntry> agents,
    @Nullable Map<String, String> numbers,
    @Nullable Map<String, String> queues,
    @Nullable Set<String> capabilities,
    @Nullable List<LoginEntry> login,
    @Nullable EnvelopeEntry envelope,
    @Nullable List<Map<String, String>> ignore,
    @Nullable DialectDocument dialect,
    @Nullable ChannelsEntry channels,
    @Nullable TimeoutsEntry timeouts,
    @Nullable OrderingEntry ordering,
    @Nullable StimulusDocument stimulus,
    @Nullable List<OverrideEntry> overrides,
    @Nullable List<WaiverEntry> waivers) {

  /** Returns the target; paths are relative to the folder. */
  Target toTarget(Path folder, Map<String, String> environment) {
    ConfigValues entries = new ConfigValues(environment);
    String where = required("url", url);
    Set<String> roles =
        MagicNumbers.load().stream().map(MagicNumber::role).collect(Collectors.toSet());
    roles.addAll(Target.USUAL_NUMBERS.keySet());
    or(numbers, Map.<String, String>of())
        .keySet()
        .forEach(role -> KnownWords.known("role of a number", role, roles));
    or(queues, Map.<String, String>of())
        .keySet()
        .forEach(queue -> KnownWords.known("queue", queue, Target.QUEUES.keySet()));
    Register register = Register.load();
    Set<String> existing =
        register.all().stream()
            .map(Requirement::capability)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    or(capabilities, Set.<String>of())
        .forEach(capability -> KnownWords.known("capability", capability, existing));
    Set<String> ids = register.all().stream().map(Requirement::id).collect(Collectors.toSet());
    Address address =
        new Address(
            Address.uri("url", where),
            entries.secrets("headers", headers),
            or(subprotocols, List.of()),
            Optional.ofNullable(trustStore).map(it -> it.toStore("trustStore", folder, entries)),
            Optional.ofNullable(keyStore).map(it -> it.toStore("keyStore", folder, entries)));
    return new Target(
        name == null ? address.shown() : name,
        address,
        agents(entries),
        or(numbers, Map.of()),
        or(queues, Target.QUEUES),
        or(capabilities, Set.of()),
        loginMessages(),
        wholeEnvelope(),
        or(dialect, DialectDocument.EMPTY).toDialect(register, or(queues, Map.of())),
        channels == null ? Channels.STANDARD : channels.toChannels(Channels.STANDARD),
        timeouts == null ? Timeouts.DEFAULT : timeouts.toTimeouts(),
        ordering == null ? new Ordering.ByBarrier() : ordering.toOrdering(),
        stimulus == null ? new StimulusConfig.None() : stimulus.toConfig(folder, entries),
        overrides(ids),
        or(waivers, List.<WaiverEntry>of()).stream().map(entry -> entry.toWaiver(ids)).toList());
  }

  private List<Agent> agents(ConfigValues entries) {
    List<Agent> all =
        required("agents", agents).stream().map(agent -> agent.toAgent(entries)).toList();
    Set<String> taken = new HashSet<>();
    for (Agent agent : all) {
      if (!taken.add(agent.id())) {
        throw new TargetFormatException(
            "agents: two have the id '" + agent.id() + "', and each logs in once", agent.id());
      }
    }
    return all;
  }

  /** Returns the overrides; reads the features only if there are any to check against them. */
  private List<RequirementOverride> overrides(Set<String> ids) {
    List<OverrideEntry> entries = or(overrides, List.of());
    if (entries.isEmpty()) {
      return List.of();
    }
    Catalogue catalogue = Catalogue.load();
    return entries.stream().map(entry -> entry.toOverride(ids, catalogue)).toList();
  }

  private List<LoginMessage> loginMessages() {
    List<LoginMessage> messages = new ArrayList<>();
    Set<String> captured = new HashSet<>();
    for (LoginEntry entry : or(login, List.<LoginEntry>of())) {
      LoginMessage message = entry.toMessage(captured);
      captured.addAll(message.capture().keySet());
      messages.add(message);
    }
    if (!messages.isEmpty() && !captured.contains(LoginMessage.SESSION)) {
      throw new TargetFormatException(
          "login must capture 'session', the id that begins every target", "login");
    }
    return messages;
  }

  private Envelope wholeEnvelope() {
    List<Map<JsonPointer, String>> ignored =
        or(ignore, List.<Map<String, String>>of()).stream()
            .map(pattern -> values("ignore", pattern))
            .toList();
    EnvelopeEntry entry = or(envelope, new EnvelopeEntry(Envelope.NONE.send(), null));
    JsonNode send =
        template("envelope.send", required("envelope.send", entry.send()), Envelope.PLACEHOLDERS);
    Map<String, JsonPointer> receive =
        entry.receive() == null
            ? Envelope.placesIn(send)
            : pointers("envelope.receive", entry.receive());
    return new Envelope(send, receive, ignored);
  }

  record StoreEntry(@Nullable String file, @Nullable String password) {
    Address.Store toStore(String key, Path folder, ConfigValues entries) {
      String named = required(key + ".file", file);
      Path store = folder.resolve(named);
      if (!Files.isRegularFile(store)) {
        throw new TargetFormatException(key + ".file: there is no file " + store, named);
      }
      return new Address.Store(
          store,
          Optional.ofNullable(password).map(text -> entries.secret(key + ".password", text)));
    }
  }

  record AgentEntry(
      @Nullable String id,
      @Nullable String password,
      @Nullable String extension,
      @Nullable String chat,
      @Nullable String email) {
    Agent toAgent(ConfigValues entries) {
      Agent usual =
          new Agent(
              required("agents.id", id),
              entries.secret("agents.password", password),
              required("agents.extension", extension));
      return new Agent(
          usual.id(),
          usual.password(),
          usual.extension(),
          chat == null ? usual.chat() : chat,
          email == null ? usual.email() : email);
    }
  }

  record LoginEntry(
      @Nullable JsonNode send,
      @Nullable Map<String, String> expect,
      @Nullable Map<String, String> capture) {
    LoginMessage toMessage(Set<String> captured) {
      return new LoginMessage(
          template("login.send", required("login.send", send), with(LoginMessage.AGENT, captured)),
          values("login.expect", expect),
          pointers("login.capture", capture));
    }
  }

  record EnvelopeEntry(@Nullable JsonNode send, @Nullable Map<String, String> receive) {}

  /** What a profile states where the contract leaves a choice. */
  record Choices(
      @Nullable ChannelsEntry channels,
      @Nullable DialectDocument dialect,
      @Nullable TimeoutsEntry timeouts) {
    Target of(Target target) {
      return target.with(
          channels == null ? target.channels() : channels.toChannels(target.channels()),
          timeouts == null ? target.timeouts() : timeouts.toTimeouts(),
          dialect == null ? target.dialect() : dialect.toDialect(Register.load(), Map.of()));
    }
  }

  record ChannelsEntry(
      @Nullable Boolean activeAtStart,
      @Nullable String queue,
      @Nullable List<String> atStart,
      @Nullable List<String> callsEnd) {
    /** Returns the channels; what is not stated is as in {@code usual}. */
    Channels toChannels(Channels usual) {
      List<String> types = atStart == null ? usual.atStart() : atStart;
      types.forEach(type -> KnownWords.known("channels.atStart", type, Channels.TYPES));
      List<String> ends = callsEnd == null ? usual.callsEnd() : callsEnd;
      ends.forEach(end -> KnownWords.known("channels.callsEnd", end, Channels.CALLS_END));
      if (types.isEmpty() || !types.get(0).equals(Channels.TELEPHONY)) {
        throw new TargetFormatException(
            "channels.atStart: expected a list that begins with Telephony, got " + types);
      }
      return new Channels(
          activeAtStart == null ? usual.activeAtStart() : activeAtStart,
          queue == null ? usual.queue() : Optional.of(queue),
          types,
          ends);
    }
  }

  record TimeoutsEntry(
      @Nullable Integer connectMillis,
      @Nullable Integer responseMillis,
      @Nullable Integer realTimeSeconds,
      @Nullable Integer ringSeconds) {
    Timeouts toTimeouts() {
      return new Timeouts(
          millis("connectMillis", connectMillis, Timeouts.DEFAULT.connect()),
          millis("responseMillis", responseMillis, Timeouts.DEFAULT.response()),
          seconds("realTimeSeconds", realTimeSeconds, Timeouts.DEFAULT.realTime()),
          seconds("ringSeconds", ringSeconds, Timeouts.DEFAULT.ring()));
    }
  }

  record OrderingEntry(@Nullable Integer quietMillis, @Nullable Integer afterStimulusMillis) {
    Ordering toOrdering() {
      if (quietMillis != null && afterStimulusMillis != null) {
        throw new TargetFormatException(
            "ordering takes one of quietMillis (no barrier) and afterStimulusMillis (the barrier)",
            "quietMillis");
      }
      return quietMillis == null
          ? new Ordering.ByBarrier(
              millis("afterStimulusMillis", afterStimulusMillis, Duration.ZERO))
          : new Ordering.Quiet(millis("quietMillis", quietMillis, Duration.ZERO));
    }
  }

  record OverrideEntry(
      @Nullable String id,
      @Nullable String reason,
      @Nullable String reference,
      @Nullable String level,
      @Nullable String scenario,
      @Nullable List<Map<String, String>> events) {
    /** The columns in which only the words of the features can stand. */
    private static final List<String> CLOSED =
        List.of("event", "on", "state", "busy", "muted", "recording", "required");

    RequirementOverride toOverride(Set<String> ids, Catalogue catalogue) {
      if (level == null && events == null) {
        throw new TargetFormatException("an override needs a level or events", "overrides");
      }
      for (Map<String, String> row : or(events, List.<Map<String, String>>of())) {
        required("overrides.events.event", row.get("event"));
        required("overrides.events.on", row.get("on"));
        row.keySet()
            .forEach(
                column ->
                    KnownWords.known("column", column, with(Columns.ALL, Set.of("event", "on"))));
        CLOSED.forEach(column -> checkCell(column, row.get(column), catalogue));
      }
      String requirement = KnownWords.requirement(required("overrides.id", id), ids);
      if (scenario != null) {
        KnownWords.known(
            "scenario of " + requirement,
            scenario,
            catalogue.provedBy(requirement).stream().map(Scenario::name).toList());
      }
      return new RequirementOverride(
          requirement,
          required("overrides.reason", reason),
          required("overrides.reference", reference),
          Optional.ofNullable(level)
              .map(word -> Level.valueOf(KnownWords.known("level", word, levels()))),
          Optional.ofNullable(scenario),
          Optional.ofNullable(events));
    }

    /**
     * Refuses a word that the column cannot have; placeholders and {@code *} may stand in any
     * column.
     */
    private static void checkCell(String column, @Nullable String cell, Catalogue catalogue) {
      if (cell != null && !cell.isBlank() && !cell.startsWith("$") && !cell.equals("*")) {
        KnownWords.known(column + " in overrides.events", cell, catalogue.wordsOf(column));
      }
    }

    private static Set<String> levels() {
      return Set.of(Level.MUST.name(), Level.SHOULD.name(), Level.MAY.name());
    }
  }

  record WaiverEntry(
      @Nullable String id,
      @Nullable String reason,
      @Nullable String link,
      @Nullable String expires) {
    Waiver toWaiver(Set<String> ids) {
      String day = required("waivers.expires", expires);
      try {
        return new Waiver(
            KnownWords.requirement(required("waivers.id", id), ids),
            required("waivers.reason", reason),
            link,
            LocalDate.parse(day));
      } catch (DateTimeParseException e) {
        throw new TargetFormatException(
            "waivers.expires must be a day such as 2027-01-31, but is " + day, day);
      }
    }
  }
}
