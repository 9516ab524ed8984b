package io.github.switchhook.simulator.transport.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a request together as its bytes come, so that no thread waits for what has not come. For one
 * thread at a time.
 */
final class RequestReader {
  /** Looks at a head before its body is taken. */
  interface Admission {
    /**
     * Lets a request in.
     *
     * @throws Refused where its body need not come
     */
    void admit(RequestHead head) throws Refused;
  }

  private final Admission admission;
  private final LineReader lines = new LineReader();
  private final Fields fields = new Fields();
  private @Nullable String requestLine;
  private @Nullable RequestHead head;
  private @Nullable BodyReader body;
  private boolean continued;

  RequestReader(Admission admission) {
    this.admission = admission;
  }

  /**
   * Takes bytes.
   *
   * @return the request, once it is whole
   * @throws Refused where it is none, or is not let in
   */
  Optional<Request> read(ByteBuffer bytes) throws Refused {
    while (body == null) {
      String line = lines.read(bytes, this::tooLong);
      if (line == null) {
        return Optional.empty();
      }
      readHead(line);
    }
    BodyReader reader = body;
    RequestHead begun = head;
    return begun != null && reader.read(bytes)
        ? Optional.of(Request.of(begun, reader.body()))
        : Optional.empty();
  }

  private Refused tooLong() {
    String expected = "expected " + LineReader.MAX_BYTES + " bytes a line at most";
    return requestLine == null
        ? new Refused(Answer.TARGET_TOO_LONG, "too-large", expected)
        : new Refused(Answer.HEAD_TOO_LARGE, "too-large", expected);
  }

  private void readHead(String line) throws Refused {
    if (requestLine == null) {
      // Some clients send an empty line behind the request before it (RFC 9112, 2.2).
      requestLine = line.isEmpty() ? null : line;
    } else if (!line.isEmpty()) {
      fields.add(line);
    } else {
      RequestHead whole = RequestHead.of(requestLine, fields);
      admission.admit(whole);
      body = new BodyReader(whole);
      head = whole;
      continued = !whole.expectsContinue();
    }
  }

  /** Whether the client has to be told to go on; once. */
  boolean mustContinue() {
    boolean must = head != null && !continued;
    continued = continued || must;
    return must;
  }

  /** The head's method is HEAD: an answer has no body. */
  boolean isForHead() {
    return requestLine != null && requestLine.startsWith("HEAD ");
  }
}
