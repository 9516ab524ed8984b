package io.github.switchhook.cli.completion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.switchhook.conformance.scenario.ScenarioSource;
import io.github.switchhook.fixtures.ProtocolTopic;
import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Requirement;
import io.github.switchhook.simulator.Simulator;
import io.github.switchhook.simulator.agent.Platform;
import io.github.switchhook.simulator.agent.Variant;
import io.github.switchhook.simulator.engine.ClockKind;
import io.github.switchhook.simulator.fault.FaultKind;
import io.github.switchhook.simulator.protocol.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The values of one option each, read from where they are defined, and only when completion asks
 * for them.
 */
public abstract class Candidates implements Iterable<String> {
  private final Supplier<Stream<String>> words;

  private Candidates(Supplier<Stream<String>> words) {
    this.words = words;
  }

  @Override
  public Iterator<String> iterator() {
    return words.get().iterator();
  }

  private static Stream<String> lowerCase(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
  }

  /** The platforms that the switch can emulate. */
  public static final class Platforms extends Candidates {
    /** Called by picocli, which creates the candidates. */
    public Platforms() {
      super(() -> lowerCase(Platform.values()));
    }
  }

  /** The lawful variants of the switch. */
  public static final class VariantNames extends Candidates {
    /** Called by picocli, which creates the candidates. */
    public VariantNames() {
      super(() -> Arrays.stream(Variant.values()).map(Variant::wireName));
    }
  }

  /** The clocks that the switch can run on. */
  public static final class Clocks extends Candidates {
    /** Called by picocli, which creates the candidates. */
    public Clocks() {
      super(() -> lowerCase(ClockKind.values()));
    }
  }

  /** The names of the faults. */
  public static final class Faults extends Candidates {
    /** Called by picocli, which creates the candidates. */
    public Faults() {
      super(() -> Arrays.stream(FaultKind.values()).map(FaultKind::wireName));
    }
  }

  /** The capabilities that a platform may lack. */
  public static final class Capabilities extends Candidates {
    /** Called by picocli, which creates the candidates. */
    public Capabilities() {
      super(() -> Arrays.stream(Capability.values()).map(Capability::wireName));
    }
  }

  /** The names of the packaged calls. */
  public static final class Library extends Candidates {
    /** Called by picocli, which creates the candidates. */
    public Library() {
      super(() -> ScenarioSource.libraryNames().stream());
    }
  }

  /** Commands, requirements, and the beginnings that groups of requirements share. */
  public static final class RequirementIds extends Candidates {
    /** Called by picocli, which creates the candidates. */
    public RequirementIds() {
      super(RequirementIds::words);
    }

    private static Stream<String> words() {
      TreeSet<String> words = new TreeSet<>();
      for (Requirement requirement : Register.load().all()) {
        words.add(requirement.id());
        words.add(requirement.id().replaceFirst("-[^-]*$", ""));
        if (requirement.command() != null) {
          words.add(requirement.command());
        }
      }
      return words.stream();
    }
  }

  /** The words that {@code explain} explains: those of {@link RequirementIds}, and topics. */
  public static final class Explained extends Candidates {
    /** Called by picocli, which creates the candidates. */
    public Explained() {
      super(
          () ->
              Stream.concat(
                  RequirementIds.words(),
                  ProtocolTopic.words().stream().map(word -> word.replace(' ', '-'))));
    }
  }

  /** The names of control's operations. */
  public static final class Operations extends Candidates {
    private static final String DESCRIPTION = "transport/http/openapi.json";

    /** Called by picocli, which creates the candidates. */
    public Operations() {
      super(Operations::words);
    }

    private static Stream<String> words() {
      try (InputStream in =
          Objects.requireNonNull(Simulator.class.getResourceAsStream(DESCRIPTION))) {
        JsonNode paths = new ObjectMapper().readTree(in).path("paths");
        return paths.properties().stream()
            .filter(path -> path.getValue().has("post"))
            .map(path -> path.getKey().substring(path.getKey().lastIndexOf('/') + 1));
      } catch (IOException e) {
        throw new UncheckedIOException("the description of control cannot be read", e);
      }
    }
  }
}
