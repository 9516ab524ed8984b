package io.github.switchhook.conformance.transcript;

/**
 * Finds the {@code user:password@} of a URL (RFC 3986, 3.2.1), also of one that is not quite one.
 */
final class UserInfo {
  private static final int MAX_PORT = 6;

  private UserInfo() {}

  /**
   * Returns where the at sign is; negative where there is none.
   *
   * @param begin behind the two slashes
   */
  static int end(DecodedText text, int begin) {
    int end = -1;
    boolean path = false;
    boolean odd = false;
    for (int i = begin; i < text.length() && !endsUrl(text, i); i++) {
      char c = text.charAt(i);
      path = path || c == '/' || c == '?' || c == '#';
      // Text that is not a port may be a password with a slash in it.
      odd = odd || (!path && c == ':' && !isPort(text, i + 1));
      end = c == '@' && (!path || odd) ? i : end;
    }
    return end;
  }

  /** Tells whether a URL ends here: at a blank, a quote or the next URL, which is read next. */
  private static boolean endsUrl(DecodedText text, int index) {
    char c = text.charAt(index);
    return " \t\r\n\"'<>".indexOf(c) >= 0
        || (c == ':'
            && index + 2 < text.length()
            && text.charAt(index + 1) == '/'
            && text.charAt(index + 2) == '/');
  }

  private static boolean isPort(DecodedText text, int from) {
    int end = from;
    while (end < text.length() && end - from < MAX_PORT && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end >= text.length() || "/?#".indexOf(text.charAt(end)) >= 0 || endsUrl(text, end);
  }
}
