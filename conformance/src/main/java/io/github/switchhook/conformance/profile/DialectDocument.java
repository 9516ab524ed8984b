package io.github.switchhook.conformance.profile;

import static io.github.switchhook.conformance.profile.ConfigValues.or;
import static io.github.switchhook.conformance.profile.ConfigValues.pointer;

import io.github.switchhook.conformance.protocol.Columns;
import io.github.switchhook.conformance.protocol.FailureCodes;
import io.github.switchhook.fixtures.Register;
import io.github.switchhook.fixtures.Requirement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys under {@code dialect}. */
record DialectDocument(
    @Nullable String stateEvent,
    @Nullable String session,
    @Nullable Map<String, String> codes,
    @Nullable Map<String, ColumnEntry> data,
    @Nullable Map<String, String> commands,
    @Nullable Map<String, PropertyEntry> requests) {
  static final DialectDocument EMPTY = new DialectDocument(null, null, null, null, null, null);

  /**
   * Returns the dialect that the keys describe.
   *
   * @param queues the target's names of queues, by the features'
   */
  Dialect toDialect(Register register, Map<String, String> queues) {
    String style =
        KnownWords.known(
            "style of the state event (stateEvent)",
            or(stateEvent, "plain"),
            Set.of("plain", "prefixed"));
    or(codes, Map.<String, String>of())
        .keySet()
        .forEach(code -> KnownWords.known("failure code", code, FailureCodes.ALL));
    Map<String, Dialect.Column> columns = new LinkedHashMap<>();
    or(data, Map.<String, ColumnEntry>of())
        .forEach((key, entry) -> columns.put(column(key), entry.toColumn(key)));
    return new Dialect(
        style.equals("prefixed"),
        or(codes, Map.of()),
        session == null ? Dialect.PLAIN.session() : pointer("dialect.session", session),
        columns,
        new RequestStyle(commandNames(register), properties(queues)));
  }

  private Map<String, String> commandNames(Register register) {
    Set<String> documented =
        register.all().stream()
            .map(Requirement::command)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, String> names = or(commands, Map.of());
    names.forEach(
        (ours, theirs) -> {
          if (documented.contains(ours) && !RequestStyle.COMMANDS.contains(ours)) {
            throw new TargetFormatException(
                "dialect.commands: " + ours + " is a documented name, which every target keeps",
                ours);
          }
          KnownWords.known("command that may have another name", ours, RequestStyle.COMMANDS);
          if (documented.contains(theirs)) {
            throw new TargetFormatException(
                "dialect.commands: "
                    + theirs
                    + " is another command; no command may have the name of another",
                theirs);
          }
          if (theirs.isBlank() || !theirs.equals(theirs.strip())) {
            throw new TargetFormatException(
                "dialect.commands: blanks around \""
                    + theirs
                    + "\"; leave them out, the kit takes them from answers and warns",
                ours);
          }
        });
    return names;
  }

  private Map<String, RequestStyle.Property> properties(Map<String, String> queues) {
    Map<String, RequestStyle.Property> properties = new LinkedHashMap<>();
    or(requests, Map.<String, PropertyEntry>of())
        .forEach(
            (name, entry) ->
                properties.put(
                    KnownWords.known(
                        "property of requests", name, RequestStyle.PROPERTIES.keySet()),
                    entry.toProperty(name)));
    if (!queues.isEmpty()) {
      properties.merge(
          "queue",
          new RequestStyle.Property(Optional.empty(), queues),
          (placed, named) -> new RequestStyle.Property(placed.at(), named.values()));
    }
    return properties;
  }

  private static String column(String key) {
    int dot = key.indexOf('.');
    if (dot >= 0) {
      KnownWords.known("kind of object", key.substring(0, dot), Dialect.KINDS);
    }
    KnownWords.known("thing that events report", key.substring(dot + 1), Columns.ALL);
    return key;
  }

  record ColumnEntry(
      @Nullable String at, @Nullable Map<String, String> values, @Nullable Boolean reported) {
    Dialect.Column toColumn(String key) {
      return new Dialect.Column(
          Optional.ofNullable(at).map(text -> pointer("dialect.data." + key + ".at", text)),
          or(values, Map.of()),
          or(reported, true));
    }
  }

  record PropertyEntry(@Nullable String at, @Nullable Map<String, String> values) {
    RequestStyle.Property toProperty(String key) {
      if (key.equals("queue") && values != null) {
        throw new TargetFormatException(
            "dialect.requests.queue: the names of queues stand under queues", "queue");
      }
      if (at != null && pointer("dialect.requests." + key + ".at", at).matches()) {
        throw new TargetFormatException(
            "dialect.requests." + key + ".at must name a property, but is empty", key);
      }
      return new RequestStyle.Property(
          Optional.ofNullable(at).map(text -> pointer("dialect.requests." + key + ".at", text)),
          or(values, Map.of()));
    }
  }
}
