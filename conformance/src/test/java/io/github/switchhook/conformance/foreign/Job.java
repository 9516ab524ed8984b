package io.github.switchhook.conformance.foreign;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent works on: one call, and while it lasts a second one to ask somebody. */
final class Job {
  final String id;
  final boolean outbound;

  /** Those that are up, the older first. */
  final List<Leg> legs = new ArrayList<>();

  String status;
  boolean assigned;
  boolean taped;
  @Nullable Waiting waiting;

  Job(String id, String status, boolean outbound) {
    this.id = id;
    this.status = status;
    this.outbound = outbound;
    this.assigned = outbound;
  }

  /** The agent's end of a call. */
  static final class Leg {
    final Desk desk;
    final Job job;
    final String id;
    final StringBuilder tones = new StringBuilder();
    String address;
    String state;
    boolean silent;

    /** The other end, if that is an agent too. */
    @Nullable Leg peer;

    Leg(Desk desk, Job job, String id, String address, String state) {
      this.desk = desk;
      this.job = job;
      this.id = id;
      this.address = address;
      this.state = state;
    }

    boolean answered() {
      return state.equals("TALKING") || state.equals("PARKED");
    }
  }

  /** A customer in a queue. */
  static final class Waiting {
    final String from;
    final String queue;
    final List<Desk> tried = new ArrayList<>();

    Waiting(String from, String queue) {
      this.from = from;
      this.queue = queue;
    }
  }
}
