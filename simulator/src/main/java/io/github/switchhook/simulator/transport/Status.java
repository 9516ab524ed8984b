package io.github.switchhook.simulator.transport;

/** The statuses that the switch answers HTTP requests with (RFC 9110, 15; RFC 6585, 5). */
public enum Status {
  OK(200, "OK"),
  BAD_REQUEST(400, "Bad Request"),
  UNAUTHORIZED(401, "Unauthorized"),
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not Found"),
  METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
  REQUEST_TIMEOUT(408, "Request Timeout"),
  CONFLICT(409, "Conflict"),
  CONTENT_TOO_LARGE(413, "Content Too Large"),
  URI_TOO_LONG(414, "URI Too Long"),
  EXPECTATION_FAILED(417, "Expectation Failed"),
  UPGRADE_REQUIRED(426, "Upgrade Required"),
  HEADER_FIELDS_TOO_LARGE(431, "Request Header Fields Too Large"),
  INTERNAL_SERVER_ERROR(500, "Internal Server Error"),
  SERVICE_UNAVAILABLE(503, "Service Unavailable"),
  VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported");

  private final String line;

  Status(int code, String reason) {
    this.line = "HTTP/1.1 " + code + " " + reason + "\r\n";
  }

  /** Returns the line that an answer begins with, and its end. */
  public String line() {
    return line;
  }
}
