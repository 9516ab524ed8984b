package io.github.switchhook.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.simulator.engine.Engine;
import io.github.switchhook.simulator.engine.Journal;
import io.github.switchhook.simulator.engine.Journal.Entry;
import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.RequestData;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads the journal, and waits for what is to come. */
final class JournalOperations {
  private final Journal journal;
  private final Engine engine;

  JournalOperations(Journal journal, Engine engine) {
    this.journal = journal;
    this.engine = engine;
  }

  List<Operation> operations() {
    Argument since = Argument.whole("since").optional();
    Argument agent = Argument.text("agent").optional();
    return List.of(
        Operation.question("journal")
            .takes(since, agent, Argument.whole("limit").optional())
            .reports("last", "entries")
            .by(this::read),
        Operation.wait("await")
            .takes(
                agent,
                Argument.text("event").optional(),
                Argument.text("command").optional(),
                since,
                Argument.whole("count").optional(),
                Argument.whole("timeoutMillis"))
            .reports("seen", "entry", "came", "explanation", "nearest")
            .by(this::await));
  }

  /** Returns the entries that are asked for, oldest first. In a turn only. */
  private ObjectNode read(RequestData given) {
    long since = given.has("since") ? given.whole("since") : 0;
    String agent = given.optionalText("agent").orElse("");
    List<Entry> chosen =
        journal.entries().stream()
            .filter(entry -> entry.number() > since)
            .filter(entry -> agent.isEmpty() || entry.peer().is(agent))
            .toList();
    int limit = given.has("limit") ? given.whole("limit") : chosen.size();
    ObjectNode report = Codec.object().put("last", journal.last());
    write(
        report.putArray("entries"),
        chosen.subList(Math.max(0, chosen.size() - limit), chosen.size()));
    return report;
  }

  /**
   * Waits until what is wanted has been seen. Blocks the calling thread: not in a turn.
   *
   * @return {@code {seen:true, entry}}, or {@code {seen:false, came, explanation, nearest:[…]}}
   */
  private ObjectNode await(RequestData given) {
    JournalQuery query = JournalQuery.read(given);
    CompletableFuture<Entry> seen = engine.ask(() -> journal.when(query::matches, query.count()));
    try {
      return report(seen.get(query.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return engine.ask(() -> giveUp(query, seen));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + query, e);
    }
  }

  private ObjectNode giveUp(JournalQuery query, CompletableFuture<Entry> seen) {
    if (seen.isDone()) {
      return report(seen.join());
    }
    seen.cancel(false);
    NearMiss miss = NearMiss.of(query, journal.entries());
    ObjectNode report = Codec.object();
    report.put("seen", false).put("came", miss.came()).put("explanation", miss.explanation());
    write(report.putArray("nearest"), miss.nearest());
    return report;
  }

  private static ObjectNode report(Entry entry) {
    ObjectNode report = Codec.object().put("seen", true);
    write(report.putObject("entry"), entry);
    return report;
  }

  private static void write(ArrayNode list, List<Entry> entries) {
    entries.forEach(entry -> write(list.addObject(), entry));
  }

  private static void write(ObjectNode row, Entry entry) {
    row.put("number", entry.number());
    row.put("cause", entry.cause());
    row.put("time", entry.time().toString());
    row.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
    if (entry.name() != null) {
      row.put("name", entry.name());
    }
    if (entry.peer().connection() > 0) {
      row.put("connection", entry.peer().connection());
    }
    if (entry.peer().agent() != null) {
      row.put("agent", entry.peer().agent()).put("extension", entry.peer().extension());
    }
    row.put("text", entry.text());
  }
}
