package io.github.switchhook.simulator.transport.http;

import io.github.switchhook.simulator.transport.HeadReader;
import io.github.switchhook.simulator.transport.Refused;
import io.github.switchhook.simulator.transport.RequestHead;
import io.github.switchhook.simulator.transport.Status;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a request together as its bytes come, so that no thread waits for what has not come. For one
 * thread at a time.
 */
final class RequestReader {
  /** Checks the head of a request before its body is read. */
  interface Admission {
    /**
     * Decides whether the body of a request may be sent.
     *
     * @throws Refused where its body need not come
     */
    void admit(RequestHead head) throws Refused;
  }

  private final Admission admission;
  private final HeadReader headReader = new HeadReader();
  private @Nullable RequestHead head;
  private @Nullable BodyReader body;
  private boolean mustContinue;

  RequestReader(Admission admission) {
    this.admission = admission;
  }

  /**
   * Reads the next bytes of the connection.
   *
   * @return the request, once it is whole
   * @throws Refused where it is malformed or not accepted
   */
  Optional<ControlRequest> read(ByteBuffer bytes) throws Refused {
    RequestHead whole = head == null ? headReader.read(bytes).orElse(null) : head;
    if (whole == null) {
      return Optional.empty();
    }
    BodyReader reader = body == null ? begin(whole) : body;
    return reader.read(bytes)
        ? Optional.of(ControlRequest.of(whole, reader.body()))
        : Optional.empty();
  }

  private BodyReader begin(RequestHead whole) throws Refused {
    admission.admit(whole);
    BodyReader reader = new BodyReader(whole);
    mustContinue = expectsContinue(whole);
    head = whole;
    body = reader;
    return reader;
  }

  private static boolean expectsContinue(RequestHead head) throws Refused {
    Optional<String> expectation = head.fields().one("Expect");
    if (expectation.isPresent() && !expectation.get().equalsIgnoreCase("100-continue")) {
      throw new Refused(Status.EXPECTATION_FAILED, "expected no Expect but 100-continue");
    }
    return expectation.isPresent() && head.minorVersion() > 0;
  }

  /** Tells whether the client is to be sent a 100 (Continue) now; true at most once. */
  boolean mustContinue() {
    boolean must = mustContinue;
    mustContinue = false;
    return must;
  }

  /** Tells whether the head's method is HEAD: its answer has no body. */
  boolean isForHead() {
    return headReader.isForHead();
  }
}
