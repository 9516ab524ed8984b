package io.github.switchhook.conformance.foreign;

import static io.github.switchhook.conformance.foreign.ForeignSwitch.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.switchhook.conformance.foreign.ForeignSwitch.Fault;
import io.github.switchhook.conformance.foreign.Job.Leg;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One agent's connection, and the one job that the agent may have. Guarded by its switch. */
final class Desk implements AutoCloseable {
  private static final Set<String> OPS =
      Set.of(
          "session.start",
          "session.request.logout",
          "session.request.addchannel",
          "channel.activate",
          "channel.dial",
          "interaction.accept",
          "interaction.reject",
          "interaction.consult",
          "interaction.alternate",
          "interaction.consulttransfer",
          "interaction.request.recording.start",
          "interaction.request.recording.stop",
          "interaction.setinteractiondata",
          "interaction.setdisposition",
          "interaction.complete",
          "conversation.answer",
          "conversation.hold",
          "conversation.retrieve",
          "conversation.request.mute",
          "conversation.request.unmute",
          "conversation.dtmf",
          "conversation.release",
          "conversation.blindtransfer");

  private static final Set<String> LACKING =
      Set.of(
          "session.request.incontact.agentleg.connect",
          "session.request.incontact.agentleg.disconnect",
          "session.request.incontact.addressbook",
          "channel.request.incontact.getscripts",
          "interaction.consultconference",
          "interaction.request.recording.pause",
          "interaction.request.recording.resume",
          "conversation.blindconference");

  private final ForeignSwitch owner;
  private final Socket socket;
  private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
  private final Set<String> lines = new HashSet<>();
  private String session = "";
  private String extension = "";
  private String line = "";
  private boolean taken;
  private boolean started;
  private boolean ended;
  String queue = "";
  long freeSince;
  @Nullable Job job;

  /** A refusal of a request, with the effect that the request has nonetheless. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Runnable effect;

    Refused(String code) {
      this(code, () -> {});
    }

    Refused(String code, Runnable effect) {
      super(code, null, false, false);
      this.effect = effect;
    }
  }

  Desk(ForeignSwitch owner, Socket socket) {
    this.owner = owner;
    this.socket = socket;
  }

  boolean isFree() {
    return started && job == null && !taken;
  }

  String extension() {
    return extension;
  }

  String channel(String of) {
    return session + "." + of;
  }

  /** Takes over the number, state and call of an earlier desk of the same agent. */
  void inherit(Desk old) {
    line = old.line;
    lines.addAll(old.lines);
    queue = old.queue;
    freeSince = old.freeSince;
    job = old.job;
    if (job != null) {
      job.desk = this;
    }
    old.job = null;
    old.started = false;
    old.ended = true;
  }

  void take(String text) throws IOException {
    JsonNode request = read(text);
    if (request.path("messageType").asText().equals("logon")) {
      logOn(request);
      return;
    }
    JsonNode content = request.path("content");
    JsonNode resource = request.path("resourceId");
    JsonNode op = content.path("op");
    ObjectNode reply = JSON.createObjectNode();
    if (op.isTextual()) {
      reply.set("op", op);
    }
    try {
      require(filled(op) && filled(resource) && content.path("args").isObject(), "E10");
      Runnable effect = perform(op.textValue(), resource.textValue(), content.get("args"));
      reply.put("result", "success");
      if (!op.textValue().startsWith("session.") || op.textValue().endsWith(".addchannel")) {
        reply.set("args", content.path("args"));
      }
      send("resourceReply", resource, reply);
      effect.run();
    } catch (Refused e) {
      reply.put("result", "failure");
      reply.putObject("failure").put("code", e.getMessage()).put("message", "No: " + op.asText());
      reply.set("original", request.isMissingNode() ? TextNode.valueOf(text) : request);
      send("resourceReply", resource, reply);
      e.effect.run();
    }
  }

  /** Returns the JSON of a text; a missing node if it has none. */
  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static boolean filled(JsonNode value) {
    return value.isTextual() && !value.textValue().isBlank();
  }

  private void logOn(JsonNode request) throws JsonProcessingException {
    String user = request.path("user").asText();
    ObjectNode reply = JSON.createObjectNode();
    String extensionOfUser = ForeignSwitch.EXTENSIONS.get(user);
    if (extensionOfUser == null || !request.path("secret").asText().equals("pa55-" + user)) {
      deliver(reply.put("messageType", "logonDenied"));
      return;
    }
    session = owner.newId("desk");
    line = owner.newId("line");
    extension = extensionOfUser;
    owner.seated(this);
    deliver(JSON.createObjectNode().put("messageType", "tick"));
    reply.put("messageType", "logonAccepted").putObject("desk").put("id", session);
    if (owner.has(Fault.SAYS_TOO_MUCH)) {
      sendLater(() -> socket.sendBlanks(ForeignSwitch.TOO_MUCH));
      return;
    }
    deliver(reply);
    if (owner.has(Fault.FLOODS)) {
      sendLater(() -> ForeignSwitch.flood(socket));
    }
  }

  private Runnable perform(String op, String resource, JsonNode args) throws Refused {
    require(OPS.contains(op) || LACKING.contains(op), "E11");
    require(!session.isEmpty(), "E17");
    require(resource.equals(session) || resource.startsWith(session + "."), "E12");
    require(!ended, "E14");
    require(started || op.equals("session.start"), "E17");
    require(isOf(op.substring(0, op.indexOf('.')), resource), "E12");
    require(!LACKING.contains(op), "E16");
    return switch (op) {
      case "session.start" -> start(args);
      case "session.request.logout" -> this::logOut;
      case "session.request.addchannel" -> addLine(args);
      case "channel.activate" -> activate(resource, args);
      case "channel.dial" -> dial(resource, args);
      case "interaction.accept" -> accept(resource);
      case "interaction.reject" -> reject(resource);
      case "interaction.consult" -> consult(resource, args);
      case "interaction.alternate" -> alternate(resource);
      case "interaction.consulttransfer" -> transfer(resource);
      case "interaction.request.recording.start" -> tape(resource, true);
      case "interaction.request.recording.stop" -> tape(resource, false);
      case "interaction.setinteractiondata" -> attach(resource, args);
      case "interaction.setdisposition" -> result(resource, args);
      case "interaction.complete" -> complete(resource, args);
      case "conversation.answer" -> answer(resource);
      case "conversation.hold" -> moved(leg(resource), "TALKING", "PARKED");
      case "conversation.retrieve" -> retrieve(resource);
      case "conversation.request.mute" -> silence(resource, true);
      case "conversation.request.unmute" -> silence(resource, false);
      case "conversation.dtmf" -> tones(resource, args);
      case "conversation.release" -> release(resource);
      case "conversation.blindtransfer" -> blindTransfer(resource, args);
      default -> throw new IllegalStateException(op);
    };
  }

  private boolean isOf(String kind, String resource) {
    Job mine = job;
    return switch (kind) {
      case "session" -> resource.equals(session);
      case "channel" -> lines.stream().anyMatch(one -> resource.equals(channel(one)));
      case "interaction" -> mine != null && resource.equals(mine.id());
      default -> mine != null && mine.legs.stream().anyMatch(leg -> resource.equals(leg.id()));
    };
  }

  private static void require(boolean condition, String code) throws Refused {
    if (!condition) {
      throw new Refused(code);
    }
  }

  // --- session and channel

  private Runnable start(JsonNode args) throws Refused {
    require(!started, "E14");
    JsonNode wanted = args.path("extension");
    require(wanted.isMissingNode() || filled(wanted), "E13");
    boolean mine = owner.claims(wanted.asText(extension), this);
    require(mine || wanted.isMissingNode(), "E13");
    return () -> {
      started = true;
      taken = !mine;
      channelBegins(line);
      if (job != null) {
        found(job);
      }
      event("session.initialized", session, JSON.createObjectNode());
    };
  }

  private void channelBegins(String begun) {
    lines.add(begun);
    event("channel.created", channel(begun), JSON.createObjectNode().put("kind", "voice"));
    channelState(begun);
    event("channel.initialized", channel(begun), JSON.createObjectNode());
  }

  private void logOut() {
    Job mine = job;
    started = false;
    ended = true;
    job = null;
    queue = "";
    if (mine != null) {
      List.copyOf(mine.legs).forEach(Desk::letGo);
    }
    owner.left(this);
  }

  private Runnable addLine(JsonNode args) throws Refused {
    JsonNode endpoint = args.at("/channel/endpoint");
    String type = args.at("/channel/type").asText();
    require(filled(endpoint) && args.at("/channel/type").isTextual(), "E13");
    require(!type.equals("Chat") && !type.equals("Email"), "E16");
    require(type.equals("Telephony") && !owner.isClaimed(endpoint.textValue()), "E13");
    owner.claims(endpoint.textValue(), this);
    return () -> channelBegins(owner.newId("line"));
  }

  private Runnable activate(String resource, JsonNode args) throws Refused {
    String name = args.at("/group/name").asText("");
    require(name.isEmpty() || name.matches("Q-1[78]"), "E13");
    String chosen = lineOf(resource);
    require(!isTaken(chosen), "E14");
    if (name.equals(queue)) {
      return () -> {};
    }
    return () -> {
      queue = name;
      channelChanged(chosen);
      owner.serve();
    };
  }

  private String lineOf(String resource) {
    return resource.substring(session.length() + 1);
  }

  private boolean isTaken(String one) {
    return taken && one.equals(line);
  }

  // --- jobs

  private Runnable dial(String resource, JsonNode args) throws Refused {
    require(!args.has("extensions") || args.get("extensions").isObject(), "E13");
    String number = number(args);
    String chosen = lineOf(resource);
    require(job == null && !isTaken(chosen), "E14");
    require(owner.knows(number), "E15");
    return () ->
        owner.place(
            begin(chosen, number, "DIALLING", "PROGRESSING", JSON.createObjectNode()), number);
  }

  private static String number(JsonNode args) throws Refused {
    JsonNode destination = args.path("destination");
    require(destination.isTextual() && !destination.textValue().isBlank(), "E13");
    return destination.textValue();
  }

  private Job job(String resource) throws Refused {
    Job mine = job;
    require(mine != null && resource.equals(mine.id()), "E12");
    return Objects.requireNonNull(mine);
  }

  private Leg leg(String resource) throws Refused {
    return Optional.ofNullable(job).stream()
        .flatMap(mine -> mine.legs.stream())
        .filter(leg -> leg.id().equals(resource))
        .findFirst()
        .orElseThrow(() -> new Refused("E12"));
  }

  private Runnable accept(String resource) throws Refused {
    Job mine = job(resource);
    require(mine.status.equals("OFFERED"), "E14");
    return () -> {
      mine.assigned = true;
      status(mine, "LIVE");
      state(mine.legs.get(0), "TALKING");
      owner.answeredBy(mine.legs.get(0));
    };
  }

  private Runnable answer(String resource) throws Refused {
    Leg leg = leg(resource);
    require(leg.state.equals("OFFERED"), "E14");
    return () -> {
      answered(leg);
      owner.answeredBy(leg);
    };
  }

  private Runnable reject(String resource) throws Refused {
    Job mine = job(resource);
    require(mine.status.equals("OFFERED") && !mine.legs.isEmpty(), "E14");
    return () -> turnDown(mine.legs.get(0));
  }

  private Runnable release(String resource) throws Refused {
    Leg leg = leg(resource);
    return () -> turnDown(leg);
  }

  private void turnDown(Leg leg) {
    boolean offered = leg.state.equals("OFFERED");
    end(leg, "GONE");
    if (offered) {
      owner.turnedDown(leg);
    } else {
      letGo(leg);
    }
  }

  private static void letGo(Leg leg) {
    Leg other = leg.peer;
    if (other != null && other.peer == leg) {
      other.desk().end(other, "GONE");
    }
  }

  private Runnable consult(String resource, JsonNode args) throws Refused {
    Job mine = job(resource);
    String number = number(args);
    require(mine.status.equals("LIVE") && mine.legs.size() == 1, "E14");
    require(owner.knows(number), "E15");
    return () -> {
      Leg first = mine.legs.get(0);
      if (first.state.equals("TALKING")) {
        state(first, "PARKED");
      }
      Leg second = add(mine, number, "PROGRESSING");
      focus(mine, second);
      owner.place(second, number);
    };
  }

  private Runnable alternate(String resource) throws Refused {
    Job mine = job(resource);
    Leg talking = oneThat(mine, "TALKING");
    Leg parked = oneThat(mine, "PARKED");
    return () -> {
      state(talking, "PARKED");
      state(parked, "TALKING");
      focus(mine, parked);
    };
  }

  private static Leg oneThat(Job mine, String is) throws Refused {
    require(mine.legs.size() == 2, "E14");
    return mine.legs.stream()
        .filter(leg -> leg.state.equals(is))
        .findFirst()
        .orElseThrow(() -> new Refused("E14"));
  }

  private Runnable transfer(String resource) throws Refused {
    Job mine = job(resource);
    require(mine.legs.size() == 2 && mine.legs.stream().allMatch(Leg::answered), "E14");
    Leg first = mine.legs.get(0);
    Leg second = mine.legs.get(1);
    return () -> {
      end(first, "GONE");
      end(second, "GONE");
      join(first, second);
      join(second, first);
    };
  }

  /** Connects the party at the other end of one leg with the party at the other end of another. */
  private void join(Leg mine, Leg other) {
    Leg stays = mine.peer;
    if (stays != null) {
      stays.peer = other.peer;
      stays.desk().meets(stays, other.address, extension);
    }
  }

  /** Replaces the party at the other end of a leg, and sends the events of that. */
  void meets(Leg leg, String address, String instead) {
    leg.address = address;
    member("added", leg, address);
    member("removed", leg, instead);
    conversationState(leg);
  }

  private Runnable tape(String resource, boolean on) throws Refused {
    Job mine = job(resource);
    require(!on || (mine.status.equals("LIVE") && !mine.legs.isEmpty()), "E14");
    return () -> {
      if (mine.taped != on) {
        mine.taped = on;
        interactionState(mine);
      }
    };
  }

  private Runnable complete(String resource, JsonNode args) throws Refused {
    Job mine = job(resource);
    JsonNode skip = args.path("skipDisposition");
    JsonNode chosen = args.path("dispositionId");
    JsonNode notes = args.path("notes");
    require(skip.isMissingNode() || skip.isBoolean(), "E13");
    require(chosen.isMissingNode() && notes.isMissingNode(), "E13");
    require(mine.legs.isEmpty(), "E14");
    return () -> close(mine);
  }

  private Runnable attach(String resource, JsonNode args) throws Refused {
    Job mine = job(resource);
    require(filled(args.path("key")) && args.path("value").isTextual(), "E13");
    return () -> {
      mine.attributes.set(args.get("key").textValue(), args.get("value"));
      attributes(mine);
    };
  }

  private Runnable result(String resource, JsonNode args) throws Refused {
    Job mine = job(resource);
    require(args.path("disposition").isTextual(), "E13");
    return () -> mine.result = args.get("disposition").textValue();
  }

  private Runnable blindTransfer(String resource, JsonNode args) throws Refused {
    Leg leg = leg(resource);
    String number = number(args);
    require(leg.answered(), "E14");
    if (!owner.knows(number) || !owner.takesCalls(number)) {
      throw new Refused(owner.knows(number) ? "E18" : "E15", () -> turnDown(leg));
    }
    return () -> {
      end(leg, "GONE");
      owner.passOn(leg, number);
    };
  }

  private Runnable moved(Leg leg, String from, String to) throws Refused {
    require(leg.state.equals(from), "E14");
    return () -> state(leg, to);
  }

  private Runnable retrieve(String resource) throws Refused {
    Leg leg = leg(resource);
    require(leg.job.legs.stream().allMatch(one -> one == leg || one.state.equals("PARKED")), "E14");
    return moved(leg, "PARKED", "TALKING");
  }

  private Runnable silence(String resource, boolean silent) throws Refused {
    Leg leg = leg(resource);
    require(leg.state.equals("TALKING"), "E14");
    return () -> {
      if (leg.silent != silent) {
        leg.silent = silent;
        conversationState(leg);
      }
    };
  }

  private Runnable tones(String resource, JsonNode args) throws Refused {
    Leg leg = leg(resource);
    JsonNode tones = args.path("tones");
    require(tones.isTextual() && tones.textValue().matches("[0-9A-D*#]+"), "E13");
    require(leg.state.equals("TALKING"), "E14");
    return () -> leg.tones.append(tones.textValue());
  }

  // --- what happens to them

  /**
   * Offers a call to this agent.
   *
   * @param attributes what comes along
   */
  Leg offered(String address, ObjectNode attributes) {
    return begin(line, address, "OFFERED", "OFFERED", attributes);
  }

  private Leg begin(
      String chosen, String address, String status, String legState, ObjectNode attributes) {
    Job mine = new Job(this, chosen, owner.newId("job"), status, attributes);
    job = mine;
    channelChanged(chosen);
    event("interaction.created", mine.id(), JSON.createObjectNode());
    interactionState(mine);
    Leg leg = add(mine, address, legState);
    shown(mine);
    return leg;
  }

  /** Sends the events of the present call to the connection that took the session over. */
  private void found(Job mine) {
    event("interaction.created", mine.id(), JSON.createObjectNode());
    interactionState(mine);
    mine.legs.forEach(this::announce);
    shown(mine);
  }

  private void shown(Job mine) {
    attributes(mine);
    event("interaction.preview", mine.id(), JSON.createObjectNode());
    event("interaction.initialized", mine.id(), JSON.createObjectNode());
  }

  private Leg add(Job mine, String address, String legState) {
    Leg leg = new Leg(mine, owner.newId("leg"), address, legState);
    mine.legs.add(leg);
    announce(leg);
    return leg;
  }

  private void announce(Leg leg) {
    event("conversation.created", leg.id(), JSON.createObjectNode());
    conversationState(leg);
    member("added", leg, leg.address);
    event("conversation.initialized", leg.id(), JSON.createObjectNode());
  }

  void answered(Leg leg) {
    leg.job.assigned = true;
    state(leg, "TALKING");
    if (!leg.job.status.equals("LIVE")) {
      status(leg.job, "LIVE");
    }
  }

  void end(Leg leg, String how) {
    Job mine = leg.job;
    mine.legs.remove(leg);
    state(leg, how);
    event("conversation.disposed", leg.id(), JSON.createObjectNode());
    if (!mine.legs.isEmpty()) {
      if (!owner.has(Fault.FORGETS_FOCUS)) {
        focus(mine, mine.legs.get(0));
      }
      return;
    }
    mine.taped = false;
    mine.status = "OVER";
    event("interaction.ended", mine.id(), JSON.createObjectNode());
    if (!mine.assigned) {
      close(mine);
    }
  }

  private void close(Job mine) {
    status(mine, "CLOSED");
    event("interaction.disposed", mine.id(), JSON.createObjectNode());
    job = null;
    freeSince = owner.tick();
    channelChanged(mine.line);
    owner.serve();
  }

  // --- what is told

  private void state(Leg leg, String state) {
    leg.state = state;
    conversationState(leg);
  }

  private void status(Job mine, String status) {
    mine.status = status;
    interactionState(mine);
  }

  private void focus(Job mine, Leg leg) {
    event("interaction.focuschanged", mine.id(), JSON.createObjectNode().put("now", leg.id()));
  }

  private void attributes(Job mine) {
    ObjectNode data = JSON.createObjectNode();
    event("interaction.datachanged", mine.id(), data.set("attached", mine.attributes.deepCopy()));
  }

  private void member(String what, Leg leg, String address) {
    ObjectNode party = JSON.createObjectNode();
    party.putObject("party").put("number", address).put("carrier", "x");
    event("conversation.member." + what, leg.id(), party);
  }

  private void channelChanged(String one) {
    event("channel.infochanged", channel(one), JSON.createObjectNode());
    channelState(one);
  }

  private void channelState(String one) {
    event(
        "channel.state.updated",
        channel(one),
        JSON.createObjectNode()
            .put("status", isTaken(one) ? "TAKEN" : "READY")
            .put("engaged", job != null && job.line.equals(one)));
  }

  private void interactionState(Job mine) {
    event(
        "interaction.state.updated",
        mine.id(),
        JSON.createObjectNode().put("status", mine.status).put("tape", mine.taped ? 1 : 0));
  }

  private void conversationState(Leg leg) {
    ObjectNode data = JSON.createObjectNode().put("status", leg.state);
    data.putObject("flags").put("silent", leg.silent ? "yes" : "no");
    event("conversation.state.updated", leg.id(), data);
  }

  private void event(String name, String resource, ObjectNode data) {
    if (owner.has(Fault.TELLS_NOTHING)) {
      return;
    }
    ObjectNode content = JSON.createObjectNode().put("name", name);
    send("resourceEvent", TextNode.valueOf(resource), content.set("data", data));
  }

  private void send(String type, JsonNode resource, ObjectNode content) {
    ObjectNode message = JSON.createObjectNode().put("messageType", type);
    if (resource.isTextual()) {
      message.set("resourceId", resource);
    }
    deliver(message.put("node", "eu-1").set("content", content));
  }

  private void deliver(ObjectNode message) {
    String text = message.toString();
    sendLater(() -> socket.send(text));
  }

  private void sendLater(Sending sending) {
    if (!sender.isShutdown()) {
      ScheduledFuture<@Nullable Void> unused =
          sender.schedule(
              () -> {
                sending.run();
                return null;
              },
              ForeignSwitch.LATENCY_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  /** An action that writes to the socket. */
  private interface Sending {
    void run() throws IOException;
  }

  /** Stops sending; the call stays up and waits for the agent's next login. */
  @Override
  public void close() {
    sender.shutdownNow();
  }
}
