package io.github.switchhook.simulator.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * A well-formed request: {@code {"command":…,"target":…,"data":{…}}}.
 *
 * @param target as the client spelled it; empty for prepareSession
 * @param original the whole message
 */
public record Request(Command command, String target, RequestData data, ObjectNode original)
    implements Incoming {
  @Override
  public <R> R fold(Function<Request, R> request, Function<Malformed, R> malformed) {
    return request.apply(this);
  }

  /** Returns the success that echoes the request's data. */
  public Message.Success echo() {
    return success((ObjectNode) original.path("data"));
  }

  /** Returns the success that carries its own data. */
  public Message.Success success(ObjectNode data) {
    return new Message.Success(this, data);
  }

  /** Returns the success of this request that carries no data. */
  public Message.Success successWithoutData() {
    return new Message.Success(this, null);
  }
}
