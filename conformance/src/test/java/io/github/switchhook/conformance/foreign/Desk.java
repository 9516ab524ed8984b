package io.github.switchhook.conformance.foreign;

import static io.github.switchhook.conformance.foreign.ForeignSwitch.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.foreign.ForeignSwitch.Fault;
import io.github.switchhook.conformance.foreign.Job.Leg;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One agent's connection, and the one job that the agent may have. Guarded by its switch. */
final class Desk implements AutoCloseable {
  private final ForeignSwitch owner;
  private final Socket socket;
  private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
  private String session = "";
  private String extension = "";
  private String channel = "";
  private boolean started;
  String queue = "";
  long freeSince;
  @Nullable Job job;

  /** Why a request is refused. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String code) {
      super(code, null, false, false);
    }
  }

  Desk(ForeignSwitch owner, Socket socket) {
    this.owner = owner;
    this.socket = socket;
  }

  boolean isFree() {
    return started && job == null;
  }

  String extension() {
    return extension;
  }

  void take(String text) throws IOException {
    JsonNode request = JSON.readTree(text);
    if (request.path("messageType").asText().equals("logon")) {
      logOn(request);
      return;
    }
    JsonNode content = request.path("content");
    ObjectNode reply = JSON.createObjectNode();
    String resource = request.path("resourceId").asText();
    String op = content.path("op").asText();
    reply.put("op", op);
    try {
      Runnable effect = perform(op, resource, content.path("args"));
      reply.put("result", "success");
      if (!op.startsWith("session.")) {
        reply.set("args", content.path("args"));
      }
      send("resourceReply", resource, reply);
      effect.run();
    } catch (Refused e) {
      reply.put("result", "failure");
      reply.putObject("failure").put("code", e.getMessage()).put("message", "No: " + op);
      reply.set("original", request);
      send("resourceReply", resource, reply);
    }
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
    if (op.startsWith("interaction.request.recording.") && !op.matches(".*\\.(start|stop)")) {
      throw new Refused("E16");
    }
    return switch (op) {
      case "session.start" -> start();
      case "session.request.logout" -> this::logOut;
      case "channel.activate" -> activate(resource, args);
      case "channel.dial" -> dial(resource, args);
      case "interaction.accept" -> accept(resource);
      case "interaction.reject" -> reject(resource);
      case "interaction.consult" -> consult(resource, args);
      case "interaction.alternate" -> alternate(resource);
      case "interaction.consulttransfer" -> transfer(resource);
      case "interaction.request.recording.start" -> tape(resource, true);
      case "interaction.request.recording.stop" -> tape(resource, false);
      case "interaction.complete" -> complete(resource);
      case "conversation.answer" -> answer(resource);
      case "conversation.hold" -> moved(leg(resource), "TALKING", "PARKED");
      case "conversation.retrieve" -> retrieve(resource);
      case "conversation.request.mute" -> silence(resource, true);
      case "conversation.request.unmute" -> silence(resource, false);
      case "conversation.dtmf" -> tones(resource, args);
      case "conversation.release" -> release(resource);
      case "interaction.consultconference", "conversation.blindconference" ->
          throw new Refused("E16");
      default -> throw new Refused("E11");
    };
  }

  private static void require(boolean condition, String code) throws Refused {
    if (!condition) {
      throw new Refused(code);
    }
  }

  // --- session and channel

  private Runnable start() throws Refused {
    require(!started, "E14");
    started = true;
    freeSince = owner.tick();
    channel = session + "." + owner.newId("line");
    return () -> {
      event("channel.created", channel, JSON.createObjectNode().put("kind", "voice"));
      channelState();
      event("channel.initialized", channel, JSON.createObjectNode());
      event("session.initialized", session, JSON.createObjectNode());
    };
  }

  private void logOut() {
    Job mine = job;
    started = false;
    job = null;
    queue = "";
    if (mine != null) {
      mine.legs.forEach(Desk::letGo);
    }
  }

  private Runnable activate(String resource, JsonNode args) throws Refused {
    require(resource.equals(channel), "E12");
    String name = args.at("/group/name").asText("");
    require(name.isEmpty() || name.matches("Q-1[78]"), "E13");
    if (name.equals(queue)) {
      return () -> {};
    }
    return () -> {
      queue = name;
      event("channel.infochanged", channel, JSON.createObjectNode());
      channelState();
      owner.serve();
    };
  }

  // --- jobs

  private Runnable dial(String resource, JsonNode args) throws Refused {
    require(resource.equals(channel), "E12");
    require(!args.has("extensions") || args.get("extensions").isObject(), "E13");
    String number = number(args);
    require(job == null, "E14");
    require(owner.knows(number), "E15");
    return () -> owner.place(begin(number, "DIALLING", "PROGRESSING"), number);
  }

  private static String number(JsonNode args) throws Refused {
    JsonNode destination = args.path("destination");
    require(destination.isTextual() && !destination.textValue().isBlank(), "E13");
    return destination.textValue();
  }

  private Job job(String resource) throws Refused {
    Job mine = job;
    require(mine != null && resource.equals(mine.id), "E12");
    return Objects.requireNonNull(mine);
  }

  private Leg leg(String resource) throws Refused {
    return Optional.ofNullable(job).stream()
        .flatMap(mine -> mine.legs.stream())
        .filter(leg -> leg.id.equals(resource))
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
      other.desk.end(other, "GONE");
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

  /** Whoever was at the other end of one leg talks to whoever was at the other end of another. */
  private void join(Leg mine, Leg other) {
    Leg stays = mine.peer;
    if (stays != null) {
      stays.peer = other.peer;
      stays.address = other.address;
      stays.desk.member("added", stays, other.address);
      stays.desk.member("removed", stays, extension);
      stays.desk.conversationState(stays);
    }
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

  private Runnable complete(String resource) throws Refused {
    Job mine = job(resource);
    require(mine.legs.isEmpty(), "E14");
    return () -> close(mine);
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

  Leg begin(String address, String status, String legState) {
    Job mine = new Job(channel + "." + owner.newId("job"), status, status.equals("DIALLING"));
    job = mine;
    event("channel.infochanged", channel, JSON.createObjectNode());
    channelState();
    event("interaction.created", mine.id, JSON.createObjectNode());
    interactionState(mine);
    Leg leg = add(mine, address, legState);
    event("interaction.datachanged", mine.id, JSON.createObjectNode());
    event("interaction.preview", mine.id, JSON.createObjectNode());
    event("interaction.initialized", mine.id, JSON.createObjectNode());
    return leg;
  }

  private Leg add(Job mine, String address, String legState) {
    Leg leg = new Leg(this, mine, mine.id + "." + owner.newId("leg"), address, legState);
    mine.legs.add(leg);
    event("conversation.created", leg.id, JSON.createObjectNode());
    conversationState(leg);
    member("added", leg, address);
    event("conversation.initialized", leg.id, JSON.createObjectNode());
    return leg;
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
    event("conversation.disposed", leg.id, JSON.createObjectNode());
    if (!mine.legs.isEmpty()) {
      if (!owner.has(Fault.FORGETS_FOCUS)) {
        focus(mine, mine.legs.get(0));
      }
      return;
    }
    mine.taped = false;
    event("interaction.ended", mine.id, JSON.createObjectNode());
    if (!mine.assigned) {
      close(mine);
    }
  }

  private void close(Job mine) {
    status(mine, "CLOSED");
    event("interaction.disposed", mine.id, JSON.createObjectNode());
    job = null;
    freeSince = owner.tick();
    event("channel.infochanged", channel, JSON.createObjectNode());
    channelState();
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
    event("interaction.focuschanged", mine.id, JSON.createObjectNode().put("now", leg.id));
  }

  private void member(String what, Leg leg, String address) {
    ObjectNode party = JSON.createObjectNode();
    party.putObject("party").put("number", address).put("carrier", "x");
    event("conversation.member." + what, leg.id, party);
  }

  private void channelState() {
    event(
        "channel.state.updated",
        channel,
        JSON.createObjectNode().put("status", "READY").put("engaged", job != null));
  }

  private void interactionState(Job mine) {
    event(
        "interaction.state.updated",
        mine.id,
        JSON.createObjectNode().put("status", mine.status).put("tape", mine.taped ? 1 : 0));
  }

  private void conversationState(Leg leg) {
    ObjectNode data = JSON.createObjectNode().put("status", leg.state);
    data.putObject("flags").put("silent", leg.silent ? "yes" : "no");
    event("conversation.state.updated", leg.id, data);
  }

  private void event(String name, String resource, ObjectNode data) {
    if (owner.has(Fault.TELLS_NOTHING)) {
      return;
    }
    ObjectNode content = JSON.createObjectNode().put("name", name);
    send("resourceEvent", resource, content.set("data", data));
  }

  private void send(String type, String resource, ObjectNode content) {
    ObjectNode message =
        JSON.createObjectNode().put("messageType", type).put("resourceId", resource);
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

  /** Something that goes to the socket. */
  private interface Sending {
    void run() throws IOException;
  }

  @Override
  public void close() {
    logOut();
    sender.shutdownNow();
  }
}
