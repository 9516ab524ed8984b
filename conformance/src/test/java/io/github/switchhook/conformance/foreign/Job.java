package io.github.switchhook.conformance.foreign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The work of an agent: one call, and during it a second one for a consultation. */
final class Job {
  private final String name;
  final String line;
  final boolean outbound;

  /** The call data, shown to every agent that gets the call. */
  final ObjectNode attributes;

  /** The legs that are up, the older first. */
  final List<Leg> legs = new ArrayList<>();

  Desk desk;
  String status;
  String result = "";
  boolean assigned;
  boolean taped;
  @Nullable Waiting waiting;

  Job(Desk desk, String line, String name, String status, ObjectNode attributes) {
    this.desk = desk;
    this.line = line;
    this.name = name;
    this.status = status;
    this.attributes = attributes;
    this.outbound = status.equals("DIALLING");
    this.assigned = outbound;
  }

  String id() {
    return desk.channel(line) + "." + name;
  }

  /** The agent's end of a call. */
  static final class Leg {
    private final String name;
    final Job job;
    final StringBuilder tones = new StringBuilder();
    String address;
    String state;
    boolean silent;

    /** The other end, if that is an agent too. */
    @Nullable Leg peer;

    Leg(Job job, String name, String address, String state) {
      this.job = job;
      this.name = name;
      this.address = address;
      this.state = state;
    }

    String id() {
      return job.id() + "." + name;
    }

    Desk desk() {
      return job.desk;
    }

    boolean answered() {
      return state.equals("TALKING") || state.equals("PARKED");
    }
  }

  /** A customer that no agent has accepted yet; the queue is empty for a call to one agent. */
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
