package io.github.switchhook.simulator.transport.http;

/** A request that is answered without being carried out. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Answer answer;

  /** Says what was expected. */
  Refused(int status, String code, String expected) {
    super(expected, null, false, false);
    this.answer = Answer.problem(status, code, expected);
  }

  static Refused badRequest(String expected) {
    return new Refused(Answer.BAD_REQUEST, "bad-request", expected);
  }

  Answer answer() {
    return answer;
  }
}
