package io.github.switchhook.simulator.farend;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The magic numbers, with the script of each (PROTOCOL section 7). */
public final class NumberPlan {
  private static final Duration GIVES_UP = Duration.ofSeconds(20);

  private record Row(Pattern number, Function<Matcher, FarEndBehaviour> behaviour) {
    Optional<FarEndBehaviour> find(String dialled) {
      Matcher matcher = number.matcher(dialled);
      return matcher.matches() ? Optional.of(behaviour.apply(matcher)) : Optional.empty();
    }
  }

  private static final List<Row> ROWS =
      List.of(
          row("555010[0-9]", m -> FarEndBehaviour.answers(Duration.ZERO)),
          row("555011[0-9]", m -> FarEndBehaviour.rings()),
          row("555012[0-9]", m -> FarEndBehaviour.unavailable("is busy")),
          row("555013[0-9]", m -> FarEndBehaviour.unavailable("refuses the call")),
          row("555014[0-9]", m -> FarEndBehaviour.givesUp(GIVES_UP)),
          row("555015[0-9]", m -> FarEndBehaviour.answers(Duration.ZERO)),
          row("55502([0-9]{2})", m -> FarEndBehaviour.answers(seconds(m))),
          row("55503([0-9]{2})", m -> FarEndBehaviour.answersThenHangsUp(seconds(m))));

  private NumberPlan() {}

  /** Returns the script of a number; empty where there is no such number. */
  public static Optional<FarEndBehaviour> find(String number) {
    return ROWS.stream().map(row -> row.find(number)).flatMap(Optional::stream).findFirst();
  }

  private static Row row(String number, Function<Matcher, FarEndBehaviour> behaviour) {
    return new Row(Pattern.compile(number), behaviour);
  }

  private static Duration seconds(Matcher matcher) {
    return Duration.ofSeconds(Long.parseLong(matcher.group(1)));
  }
}
