package io.github.switchhook.cli.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.fixtures.Protocol;
import io.github.switchhook.fixtures.Protocol.Kind;
import io.github.switchhook.fixtures.Protocol.Part;

/** A section of PROTOCOL.md with its samples, for people and for programs. */
record ProtocolSamples(Protocol section) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ALICE = "alice";

  /** Returns the section as text: a word says what a sample is, and the sample can be copied. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Part part : section.parts()) {
      if (part.isFence("json") || part.isFence("text close")) {
        text.append(label(part)).append(":\n");
      }
      part.lines().forEach(line -> text.append(line).append('\n'));
    }
    return text.toString().strip();
  }

  private static String label(Part sample) {
    String label = kind(sample);
    return agent(sample).equals(ALICE) ? label : label + " (" + agent(sample) + ")";
  }

  private static String kind(Part sample) {
    return sample.argument().split(" ", -1)[1];
  }

  private static String agent(Part sample) {
    String[] words = sample.argument().split(" ", -1);
    return words.length < 3 ? ALICE : words[2];
  }

  /**
   * Returns the samples, in their order: {@code [{situation, steps: [{agent, request, response,
   * events: {alice: [...]}}, {then, events}]}]}.
   */
  ArrayNode json() {
    ArrayNode situations = MAPPER.createArrayNode();
    ArrayNode steps = MAPPER.createArrayNode();
    ObjectNode step = MAPPER.createObjectNode();
    for (Part part : section.parts()) {
      if (part.kind() == Kind.SITUATION) {
        steps = situations.addObject().put("situation", part.argument()).putArray("steps");
      } else if (part.kind() == Kind.THEN) {
        step = steps.addObject().put("then", part.argument());
      } else if (part.isFence("json request")) {
        step = steps.addObject().put("agent", agent(part));
        step.set("request", whole(part));
      } else if (part.isFence("json failure")) {
        step = steps.addObject().put("agent", agent(part));
        JsonNode answer = whole(part);
        step.set("request", answer.path("original"));
        step.set("response", answer);
      } else if (part.isFence("json response")) {
        step.set("response", whole(part));
      } else if (part.isFence("json events")) {
        ArrayNode events = step.withObject("/events").putArray(agent(part));
        part.lines().forEach(line -> events.add(read(line)));
      } else if (part.isFence("text close")) {
        step.put("close", String.join("", part.lines()));
      }
    }
    return situations;
  }

  private static JsonNode whole(Part sample) {
    return read(String.join("\n", sample.lines()));
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a sample of PROTOCOL.md is no JSON", e);
    }
  }
}
