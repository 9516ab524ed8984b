package io.github.switchhook.simulator.transport.tyrus;

import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Lets in clients that are no browsers, and pages from this machine; a page from elsewhere that
 * somebody has open in a browser must not drive the switch.
 */
abstract class LoopbackOrigins extends ServerEndpointConfig.Configurator {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]");

  @Override
  public boolean checkOrigin(String origin) {
    return allowed(origin);
  }

  static boolean allowed(String origin) {
    if (origin == null || origin.isEmpty()) {
      return true;
    }
    try {
      String host = URI.create(origin).getHost();
      return host != null && LOOPBACK.matcher(host).matches();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
