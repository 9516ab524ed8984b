package io.github.switchhook.conformance.foreign;

import static io.github.switchhook.conformance.foreign.ForeignSwitch.JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One agent's connection, and the one call that the agent may have. */
final class Desk implements AutoCloseable {
  private static final long LATENCY_MILLIS = 50;
  private static final String ANSWERS = "+49-30-1";
  private static final String RINGS = "+49-30-2";

  private final ForeignSwitch owner;
  private final Socket socket;
  private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
  private String session = "";
  private String channel = "";
  private boolean started;
  private @Nullable Call call;

  /** A call as its agent sees it. */
  private static final class Call {
    final String interaction;
    final String conversation;
    final String address;
    String status;
    String leg;
    boolean silent;
    boolean accepted;

    Call(String interaction, String conversation, String address, String status, String leg) {
      this.interaction = interaction;
      this.conversation = conversation;
      this.address = address;
      this.status = status;
      this.leg = leg;
    }
  }

  /** Why a request is refused. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String code) {
      super(code, null, false, false);
    }
  }

  Desk(ForeignSwitch owner, Socket socket) {
    this.owner = owner;
    this.socket = socket;
  }

  synchronized void take(String text) throws IOException {
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
    if (!request.path("secret").asText().equals("pa55-" + user)) {
      deliver(reply.put("messageType", "logonDenied"));
      return;
    }
    session = owner.newId("desk");
    owner.seated(String.valueOf(ForeignSwitch.EXTENSIONS.get(user)), this);
    deliver(JSON.createObjectNode().put("messageType", "tick"));
    reply.put("messageType", "logonAccepted").putObject("desk").put("id", session);
    deliver(reply);
  }

  private Runnable perform(String op, String resource, JsonNode args) throws Refused {
    if (Set.of("interaction.consult", "interaction.alternate", "interaction.consulttransfer")
            .contains(op)
        || op.startsWith("interaction.request.recording.")) {
      throw new Refused("E16");
    }
    return switch (op) {
      case "session.start" -> start();
      case "session.request.logout" -> this::logOut;
      case "channel.activate" -> on(resource, channel, () -> {});
      case "channel.dial" -> dial(resource, args);
      case "conversation.answer" -> onCall(resource, "OFFERED", this::partyAnswers);
      case "conversation.hold" -> onCall(resource, "TALKING", () -> leg("PARKED"));
      case "conversation.retrieve" -> onCall(resource, "PARKED", () -> leg("TALKING"));
      case "conversation.request.mute" -> onCall(resource, "TALKING", () -> silence(true));
      case "conversation.request.unmute" -> onCall(resource, "TALKING", () -> silence(false));
      case "conversation.release" -> onCall(resource, "", this::endCall);
      case "interaction.complete" -> complete(resource);
      default -> throw new Refused("E11");
    };
  }

  private Runnable start() throws Refused {
    require(!started, "E14");
    started = true;
    channel = session + "." + owner.newId("line");
    return () -> {
      event("channel.created", channel, JSON.createObjectNode().put("kind", "voice"));
      channelState();
      event("channel.initialized", channel, JSON.createObjectNode());
      event("session.initialized", session, JSON.createObjectNode());
    };
  }

  private void logOut() {
    started = false;
    call = null;
  }

  private Runnable dial(String resource, JsonNode args) throws Refused {
    require(resource.equals(channel), "E12");
    JsonNode destination = args.path("destination");
    require(destination.isTextual() && !destination.textValue().isBlank(), "E13");
    require(!args.has("extensions") || args.get("extensions").isObject(), "E13");
    require(call == null, "E14");
    String number = destination.textValue();
    require(number.equals(ANSWERS) || number.equals(RINGS), "E15");
    return () -> {
      begin(number, "DIALLING", "PROGRESSING");
      if (number.equals(ANSWERS)) {
        partyAnswers();
      }
    };
  }

  private Runnable complete(String resource) throws Refused {
    Call mine = call;
    require(mine != null && resource.equals(mine.interaction), "E12");
    require(mine != null && mine.leg.equals("GONE"), "E14");
    return this::closeCall;
  }

  private static Runnable on(String resource, String expected, Runnable effect) throws Refused {
    require(resource.equals(expected), "E12");
    return effect;
  }

  private Runnable onCall(String resource, String leg, Runnable effect) throws Refused {
    Call mine = call;
    require(mine != null && resource.equals(mine.conversation) && !mine.leg.equals("GONE"), "E12");
    require(leg.isEmpty() || (mine != null && mine.leg.equals(leg)), "E14");
    return effect;
  }

  private static void require(boolean condition, String code) throws Refused {
    if (!condition) {
      throw new Refused(code);
    }
  }

  // --- what happens to calls

  synchronized String offer(String caller) {
    return begin(caller, "OFFERED", "OFFERED").interaction;
  }

  synchronized boolean partyDoes(String address, String what) {
    Call mine = call;
    if (mine == null || !mine.address.equals(address)) {
      return false;
    }
    if (what.equals("answer")) {
      partyAnswers();
    } else {
      endCall();
    }
    return true;
  }

  private Call begin(String address, String status, String leg) {
    String interaction = channel + "." + owner.newId("job");
    Call mine = new Call(interaction, interaction + "." + owner.newId("leg"), address, status, leg);
    call = mine;
    event("channel.infochanged", channel, JSON.createObjectNode());
    channelState();
    event("interaction.created", mine.interaction, JSON.createObjectNode());
    interactionState(mine);
    event("conversation.created", mine.conversation, JSON.createObjectNode());
    conversationState(mine);
    ObjectNode party = JSON.createObjectNode();
    party.putObject("party").put("number", address).put("carrier", "x");
    event("conversation.member.added", mine.conversation, party);
    event("conversation.initialized", mine.conversation, JSON.createObjectNode());
    event("interaction.datachanged", mine.interaction, JSON.createObjectNode());
    event("interaction.preview", mine.interaction, JSON.createObjectNode());
    event("interaction.initialized", mine.interaction, JSON.createObjectNode());
    return mine;
  }

  private void partyAnswers() {
    leg("TALKING");
    status("LIVE");
  }

  private void leg(String leg) {
    Call mine = call;
    if (mine != null) {
      mine.leg = leg;
      mine.accepted |= leg.equals("TALKING");
      conversationState(mine);
    }
  }

  private void silence(boolean silent) {
    Call mine = call;
    if (mine != null && mine.silent != silent) {
      mine.silent = silent;
      conversationState(mine);
    }
  }

  private void status(String status) {
    Call mine = call;
    if (mine != null) {
      mine.status = status;
      interactionState(mine);
    }
  }

  private void endCall() {
    Call mine = call;
    if (mine == null) {
      return;
    }
    boolean assigned = mine.accepted || mine.status.equals("DIALLING");
    leg("GONE");
    event("conversation.disposed", mine.conversation, JSON.createObjectNode());
    event("interaction.ended", mine.interaction, JSON.createObjectNode());
    if (!assigned) {
      closeCall();
    }
  }

  private void closeCall() {
    Call mine = call;
    if (mine != null) {
      status("CLOSED");
      event("interaction.disposed", mine.interaction, JSON.createObjectNode());
      call = null;
      event("channel.infochanged", channel, JSON.createObjectNode());
      channelState();
    }
  }

  // --- what is told

  private void channelState() {
    event(
        "channel.state.updated",
        channel,
        JSON.createObjectNode().put("status", "READY").put("engaged", call != null));
  }

  private void interactionState(Call mine) {
    event(
        "interaction.state.updated",
        mine.interaction,
        JSON.createObjectNode().put("status", mine.status));
  }

  private void conversationState(Call mine) {
    ObjectNode data = JSON.createObjectNode().put("status", mine.leg);
    data.putObject("flags").put("silent", mine.silent ? "yes" : "no");
    event("conversation.state.updated", mine.conversation, data);
  }

  private void event(String name, String resource, ObjectNode data) {
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
    ScheduledFuture<@Nullable Void> unused =
        sender.schedule(() -> write(text), LATENCY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private @Nullable Void write(String text) throws IOException {
    socket.send(text);
    return null;
  }

  @Override
  public void close() {
    sender.shutdownNow();
  }
}
