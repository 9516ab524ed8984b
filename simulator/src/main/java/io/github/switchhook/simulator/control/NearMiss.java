package io.github.switchhook.simulator.control;

import io.github.switchhook.simulator.engine.Journal.Entry;
import io.github.switchhook.simulator.engine.Journal.EntryKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entries that came nearest to one that was waited for and did not come.
 *
 * @param came how many of those wanted did come
 * @param explanation in one sentence
 * @param nearest the newest few entries that the explanation speaks of, oldest first
 */
record NearMiss(int came, String explanation, List<Entry> nearest) {
  private static final int FEW = 5;

  /** Entries that are near in one way, and the words for it. */
  private record Near(String words, List<Entry> entries) {
    static Near in(Stream<Entry> entries, Predicate<Entry> query, String words) {
      return new Near(words, entries.filter(query).toList());
    }

    List<Entry> newest() {
      return entries.subList(Math.max(0, entries.size() - FEW), entries.size());
    }
  }

  /** Looks through the journal, from the nearest kind of miss to the farthest. */
  static NearMiss of(JournalQuery query, List<Entry> journal) {
    List<Entry> since = journal.stream().filter(each -> each.number() > query.since()).toList();
    Predicate<Entry> sameName = each -> query.isKind(each) && query.isName(each);
    Predicate<Entry> sameAgent = each -> query.isKind(each) && query.isAgent(each);
    Near found =
        Stream.of(
                Near.in(since.stream(), query::matches, "fewer than " + query.count() + " came"),
                Near.in(since.stream(), struck(query), "an installed fault struck it"),
                Near.in(since.stream(), sameName, "it was others'"),
                Near.in(
                    journal.stream(),
                    sameName.and(query::isAgent),
                    "it came no later than entry " + query.since()),
                Near.in(since.stream(), sameAgent, "others came"),
                Near.in(since.stream(), query::isKind, "only other agents had any, and others"))
            .filter(near -> !near.entries().isEmpty())
            .findFirst()
            .orElse(new Near("nothing like it came", List.of()));
    int came = (int) since.stream().filter(query::matches).count();
    String list = found.newest().stream().map(NearMiss::line).collect(Collectors.joining(", "));
    return new NearMiss(
        came,
        "expected " + query + "; " + found.words() + (list.isEmpty() ? "" : ": " + list),
        found.newest());
  }

  private static Predicate<Entry> struck(JournalQuery query) {
    return each ->
        each.kind() == EntryKind.FAULT
            && query.isAgent(each)
            && each.text().contains("\"" + query.name() + "\"");
  }

  /** Returns an entry in one line, such as {@code #12 channel.created (alice)}. */
  private static String line(Entry entry) {
    String agent = entry.peer().agent();
    return "#" + entry.number() + " " + entry.name() + (agent == null ? "" : " (" + agent + ")");
  }
}
