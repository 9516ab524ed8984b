package io.github.switchhook.simulator.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message that the switch sends (PROTOCOL section 1). */
public sealed interface Message {
  /** Calls the visitor's method for this case and returns what it returns. */
  <R> R accept(Visitor<R> visitor);

  /** Returns the event's name, or that of the command that it answers; null where that was none. */
  @Nullable String name();

  /** Tells whether it is an event, and no answer. */
  boolean isEvent();

  /**
   * What is done with each case; a class that implements this handles all of them.
   *
   * @param <R> what comes of it
   */
  interface Visitor<R> {
    R success(Success success);

    R failure(Failure failure);

    R confirm(Confirm confirm);

    R event(Event event);
  }

  /** An answer to a request; sent before the request's first event. */
  sealed interface Response extends Message permits Success, Failure, Confirm {
    @Override
    default boolean isEvent() {
      return false;
    }
  }

  /**
   * {@code {"command","target","result":"success","data"}}.
   *
   * @param data null where the command's success carries none
   */
  record Success(Request request, @Nullable ObjectNode data) implements Response {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.success(this);
    }

    @Override
    public String name() {
      return request.command().wireName();
    }
  }

  /**
   * {@code {"command","target","result":"failure","failure":{code,message,context},"original"}}.
   *
   * @param command null where the request had none
   * @param target null where the request had none
   * @param context a stack trace, for internal errors only
   */
  record Failure(
      @Nullable String command,
      @Nullable String target,
      FailureCode code,
      String message,
      @Nullable String context,
      JsonNode original)
      implements Response {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failure(this);
    }

    @Override
    public @Nullable String name() {
      return command;
    }

    /** Returns the failure of a well-formed request. */
    static Failure of(Request request, RefusalException refusal, @Nullable String context) {
      JsonNode original = request.original();
      return new Failure(
          request.command().wireName(),
          original.path("target").textValue(),
          refusal.code(),
          refusal.explanation(),
          context,
          original);
    }
  }

  /**
   * {@code {"command","target","result":"confirm","message","original","data"}}.
   *
   * @param data what there is to choose from; null where the answer is yes or no
   */
  record Confirm(Request request, String message, @Nullable ObjectNode data) implements Response {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.confirm(this);
    }

    @Override
    public String name() {
      return request.command().wireName();
    }
  }

  /**
   * {@code {"name","target","data"}}.
   *
   * @param kind the object it is on; names a state event where the dialect wants that
   * @param data property names to strings, booleans, lists and maps of such
   * @param context a debugging aid; null for none
   */
  record Event(
      ObjectKind kind, String name, String target, Map<String, ?> data, @Nullable String context)
      implements Message {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.event(this);
    }

    @Override
    public boolean isEvent() {
      return true;
    }
  }

  /** Returns the failure of a well-formed request. */
  static Failure failure(Request request, RefusalException refusal) {
    return Failure.of(request, refusal, null);
  }

  /** Returns the failure of a request that ran into a bug of the switch. */
  static Failure internalError(Request request, String message, String stackTrace) {
    return Failure.of(
        request, new RefusalException(FailureCode.INTERNAL_ERROR, message), stackTrace);
  }
}
