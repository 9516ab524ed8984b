package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Command;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Message.Response;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.Request;
import io.github.switchhook.simulator.protocol.RequestData;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The definition of a command, a row of the {@link CommandTable}: what it reads from its data, when
 * it is legal, and what it does. Written {@code on(COMMAND).reading(…).when(…).then(…)}.
 *
 * @param <T> the kind of object it is addressed to
 * @param <D> what it reads from its data
 */
record CommandDefinition<T extends ProtocolObject, D>(
    Command command,
    Function<RequestData, D> reader,
    Condition<T> legal,
    List<Choice<T>> choices,
    Act<T, D> act) {

  /**
   * The condition under which a command is legal, with the words of the refusal where it is not.
   */
  record Condition<T>(String expectation, Predicate<T> test) {}

  /** How a variant of the switch treats a command in a state in which the standard one does not. */
  record Choice<T>(Variant variant, Treatment treatment, Predicate<T> state) {}

  /** What a variant does with a command in the states of a {@link Choice}. */
  enum Treatment {
    /** It is carried out. */
    LEGAL,
    /** It succeeds and changes nothing. */
    IN_VAIN,
    /** It is refused. */
    REFUSED
  }

  /** The action of a command; its events go to the outbox, and it returns the answer. */
  @FunctionalInterface
  interface Act<T, D> {
    Response perform(T object, D data, Request request);
  }

  /** The data of a command that reads none. */
  record NoData() {}

  static <T extends ProtocolObject> CommandDraft<T, NoData> on(Command command) {
    return new CommandDraft<>(
        command,
        data -> new NoData(),
        new Condition<>("whatever its state", any -> true),
        List.of());
  }

  /** A definition without its handler yet. */
  record CommandDraft<T extends ProtocolObject, D>(
      Command command,
      Function<RequestData, D> reader,
      Condition<T> legal,
      List<Choice<T>> choices) {

    /** Reads the data; refuses what is not as it should be. */
    <E> CommandDraft<T, E> reading(Function<RequestData, E> newReader) {
      return new CommandDraft<>(command, newReader, legal, choices);
    }

    /** Makes it legal only while {@code test} holds, which {@code expectation} says in words. */
    CommandDraft<T, D> when(String expectation, Predicate<T> test) {
      return new CommandDraft<>(command, reader, new Condition<>(expectation, test), choices);
    }

    /** Lets a variant of the switch carry it out in these states, too. */
    CommandDraft<T, D> alsoWhen(Variant variant, Predicate<T> state) {
      return with(new Choice<>(variant, Treatment.LEGAL, state));
    }

    /** Lets it succeed without any effect in these states, on a variant of the switch. */
    CommandDraft<T, D> inVainWhen(Variant variant, Predicate<T> state) {
      return with(new Choice<>(variant, Treatment.IN_VAIN, state));
    }

    /** Lets a variant of the switch refuse it in these states. */
    CommandDraft<T, D> notWhen(Variant variant, Predicate<T> state) {
      return with(new Choice<>(variant, Treatment.REFUSED, state));
    }

    private CommandDraft<T, D> with(Choice<T> choice) {
      return new CommandDraft<>(
          command, reader, legal, Stream.concat(choices.stream(), Stream.of(choice)).toList());
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
      return new CommandDefinition<>(command, reader, legal, choices, act);
    }
  }

  /** Returns the same without the choices that a switch does not make. */
  CommandDefinition<T, D> of(Predicate<Variant> chosen) {
    return new CommandDefinition<>(
        command,
        reader,
        legal,
        choices.stream().filter(choice -> chosen.test(choice.variant())).toList(),
        act);
  }

  /**
   * Reads the data, checks the state and carries the command out.
   *
   * @throws RefusalException where the data is not as it should be, or the object's state forbids
   *     it
   */
  Response perform(T object, Request request, boolean badDataInVain) {
    D data;
    try {
      data = reader.apply(request.data());
    } catch (RefusalException refusal) {
      if (badDataInVain && refusal.code() == FailureCode.INVALID_DATA) {
        return request.echo();
      }
      throw refusal;
    }
    if (isTreated(Treatment.IN_VAIN, object)) {
      return request.echo();
    }
    if (!isLegal(object)) {
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

  /** Tells whether the command can be carried out on the object as it is. */
  boolean isLegal(T object) {
    return isTreated(Treatment.LEGAL, object)
        || (legal.test().test(object) && !isTreated(Treatment.REFUSED, object));
  }

  private boolean isTreated(Treatment treatment, T object) {
    for (Choice<T> choice : choices) {
      if (choice.treatment() == treatment && choice.state().test(object)) {
        return true;
      }
    }
    return false;
  }
}
