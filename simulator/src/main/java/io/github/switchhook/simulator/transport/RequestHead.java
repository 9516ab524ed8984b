package io.github.switchhook.simulator.transport;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a request: all before its body (RFC 9112, 3 and 5), read strictly.
 *
 * @param path as it was sent, without the query
 * @param host what the request is for: its Host, or the authority of a target in absolute form
 * @param minorVersion of HTTP/1
 */
public record RequestHead(
    String method, String path, String host, int minorVersion, Fields fields) {
  private static final Pattern LINE =
      Pattern.compile(
          "([!#$%&'*+.^_`|~0-9A-Za-z-]++) ([!-~]++) HTTP/([0-9])\\.([0-9])", Pattern.DOTALL);
  private static final Pattern ABSOLUTE = Pattern.compile("(?i:https?)://([^/?#]*+)(/[^?]*+)?+.*+");

  /** Reads a request line, to which the fields belong that come after it. */
  static RequestHead of(String line, Fields fields) throws Refused {
    Matcher request = LINE.matcher(line);
    if (!request.matches()) {
      throw Refused.badRequest("expected a line such as METHOD /PATH HTTP/1.1");
    }
    if (!request.group(3).equals("1")) {
      throw new Refused(Status.VERSION_NOT_SUPPORTED, "expected HTTP/1.1");
    }
    Optional<String> host = fields.one("Host");
    // Without it there is no telling which name a browser has looked up.
    if (host.isEmpty()) {
      throw Refused.badRequest("expected one Host, got none");
    }
    String target = request.group(2);
    Matcher absolute = ABSOLUTE.matcher(target);
    boolean isAbsolute = absolute.matches();
    if (!isAbsolute && !target.startsWith("/")) {
      throw Refused.badRequest("expected a path that begins with /");
    }
    String path =
        isAbsolute ? Optional.ofNullable(absolute.group(2)).orElse("/") : target.split("\\?", 2)[0];
    return new RequestHead(
        request.group(1),
        path,
        isAbsolute ? absolute.group(1) : host.get(),
        Integer.parseInt(request.group(4)),
        fields);
  }
}
