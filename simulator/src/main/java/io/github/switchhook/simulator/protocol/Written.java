package io.github.switchhook.simulator.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;

/**
 * A long object that has been written already, by the thread that has read it: the engine, which
 * echoes it, copies the text. Not to be changed.
 */
@SuppressWarnings("unchecked") // for deepCopy as ObjectNode has it
final class Written extends ObjectNode {
  private static final long serialVersionUID = 1L;

  // A shorter message is written as fast as it is copied.
  private static final int LONG = 4096;

  private final String json;

  private Written(ObjectNode object) {
    super(JsonNodeFactory.instance);
    setAll(object);
    json = Codec.text(object);
  }

  /** Returns what a client sent, or an equal value that is written faster where it is long. */
  static JsonNode of(JsonNode message, int length) {
    if (length <= LONG || message.isMissingNode()) {
      return message;
    }
    if (!(message instanceof ObjectNode request)) {
      return JsonNodeFactory.instance.rawValueNode(new RawValue(Codec.text(message)));
    }
    if (request.path("data") instanceof ObjectNode data) {
      request.set("data", new Written(data));
    }
    return new Written(request);
  }

  @Override
  public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
    generator.writeRawValue(json);
  }
}
