package io.github.switchhook.simulator.transport;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells who may talk to the switch: clients that are no browsers, and pages from this machine. A
 * page from elsewhere that somebody has open in a browser must not drive the switch.
 */
public final class Loopback {
  private static final Pattern HOST = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]");

  private Loopback() {}

  /** Whether a request with this Origin may come in; null or empty where it has none. */
  public static boolean allowsOrigin(@Nullable String origin) {
    return origin == null || origin.isEmpty() || isLoopback(origin);
  }

  /** Whether a request for this Host may come in: a foreign name may be an attack by DNS. */
  public static boolean allowsHost(@Nullable String host) {
    return host != null && isLoopback("http://" + host);
  }

  private static boolean isLoopback(String uri) {
    try {
      String host = URI.create(uri).getHost();
      return host != null && HOST.matcher(host).matches();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
