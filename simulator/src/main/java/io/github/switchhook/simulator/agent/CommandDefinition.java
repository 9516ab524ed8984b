package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Message.Response;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.Request;
import io.github.switchhook.simulator.protocol.RequestData;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The definition of a command, a row of the {@link CommandTable}: what it reads from its data, when
 * it is legal, and what it does. Written {@code on(COMMAND).reading(…).when(…).then(…)}.
 *
 * @param <T> the kind of object it is addressed to
 * @param <D> what it reads from its data
 */
record CommandDefinition<T extends ProtocolObject, D>(
    Command command, Function<RequestData, D> reader, Condition<T> legal, Act<T, D> act) {

  /**
   * The condition under which a command is legal, with the words of the refusal where it is not.
   */
  record Condition<T>(String expectation, Predicate<T> test) {}

  /** The action of a command; its events go to the outbox, and it returns the answer. */
  @FunctionalInterface
  interface Act<T, D> {
    Response perform(T object, D data, Request request);
  }

  /** The data of a command that reads none. */
  record NoData() {}

  static <T extends ProtocolObject> CommandDraft<T, NoData> on(Command command) {
    return new CommandDraft<>(
        command, data -> new NoData(), new Condition<>("whatever its state", any -> true));
  }

  /** A definition without its handler yet. */
  record CommandDraft<T extends ProtocolObject, D>(
      Command command, Function<RequestData, D> reader, Condition<T> legal) {

    /** Reads the data; refuses what is not as it should be. */
    <E> CommandDraft<T, E> reading(Function<RequestData, E> newReader) {
      return new CommandDraft<>(command, newReader, legal);
    }

    /** Makes it legal only while {@code test} holds, which {@code expectation} says in words. */
    CommandDraft<T, D> when(String expectation, Predicate<T> test) {
      return new CommandDraft<>(command, reader, new Condition<>(expectation, test));
    }

    /** Does something with the data, and answers with the echo. */
    CommandDefinition<T, D> then(BiConsumer<T, D> deed) {
      return answering(
          (object, data, request) -> {
            deed.accept(object, data);
            return request.echo();
          });
    }

    /** Does something, and answers with the echo. */
    CommandDefinition<T, D> then(Consumer<T> deed) {
      return then((object, data) -> deed.accept(object));
    }

    /** Does something and says itself what the answer is. */
    CommandDefinition<T, D> answering(Act<T, D> act) {
      return new CommandDefinition<>(command, reader, legal, act);
    }
  }

  /**
   * Reads the data, checks the state and carries the command out.
   *
   * @throws RefusalException where the data is not as it should be, or the object's state forbids
   *     it
   */
  Response perform(T object, Request request) {
    D data = reader.apply(request.data());
    if (!legal.test().test(object)) {
      throw new RefusalException(
          FailureCode.INVALID_STATE,
          command.wireName()
              + " expects the "
              + command.kind().wireName()
              + " "
              + legal.expectation()
              + "; it is "
              + object.situation());
    }
    return act.perform(object, data, request);
  }
}
