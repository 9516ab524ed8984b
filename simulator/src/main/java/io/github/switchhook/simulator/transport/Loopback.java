package io.github.switchhook.simulator.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which clients may talk to the switch: those that are not browsers, and pages from this
 * machine or from hosts that were named. A page from elsewhere that a browser has open must not
 * drive the switch. Immutable.
 *
 * <p>Host (RFC 9110, 7.2) and Origin (RFC 6454, 7.1) are read strictly, {@code host[:port]} and no
 * more: what a lenient reader makes of {@code localhost#@evil.example} differs from one to the
 * next.
 */
public final class Loopback {
  /** Accepts this machine and no other host. */
  public static final Loopback ONLY = new Loopback(Set.of());

  // A host name has 253 characters at most (RFC 1035), an address fewer.
  private static final String HOST = "(\\[[0-9A-Fa-f:.]{2,45}+\\]|[A-Za-z0-9._-]{1,253}+)";
  private static final Pattern AUTHORITY = Pattern.compile(HOST + "(?::([0-9]{1,5}+))?+");
  private static final Pattern ORIGIN = Pattern.compile("(?i:https?)://(.{1,300}+)");
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(?:\\." + BYTE + "){3}");
  private static final int LAST_PORT = 65_535;

  private final Set<String> others;

  private Loopback(Set<String> others) {
    this.others = Set.copyOf(others);
  }

  /**
   * Accepts this machine, the address listened on, and the named hosts.
   *
   * @param names host names or addresses, without a port
   * @throws IllegalArgumentException where one of them is malformed
   */
  public static Loopback and(InetAddress listenedOn, Collection<String> names) {
    Set<String> others = new HashSet<>();
    others.add(listenedOn.getHostAddress());
    for (String name : names) {
      String host = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
      Matcher authority = AUTHORITY.matcher(host);
      if (!authority.matches() || authority.group(2) != null || plain(host) == null) {
        throw new IllegalArgumentException(
            "expected a host name or address without a port, not \"" + name + "\"");
      }
      others.add(plain(host));
    }
    return new Loopback(others);
  }

  /** Tells whether a request with this Origin may come in; null or empty where it has none. */
  public boolean allowsOrigin(@Nullable String origin) {
    if (origin == null || origin.isEmpty()) {
      return true;
    }
    Matcher read = ORIGIN.matcher(origin);
    return read.matches() && allowsHost(read.group(1));
  }

  /** Tells whether a request for this Host may come in: a foreign name may be an attack by DNS. */
  public boolean allowsHost(@Nullable String host) {
    if (host == null) {
      return false;
    }
    Matcher authority = AUTHORITY.matcher(host);
    if (!authority.matches()
        || (authority.group(2) != null && Integer.parseInt(authority.group(2)) > LAST_PORT)) {
      return false;
    }
    String plain = plain(authority.group(1));
    return plain != null && (THIS_MACHINE.matcher(plain).matches() || others.contains(plain));
  }

  /** Returns one spelling of a host; null where it is in brackets and no address. */
  private static @Nullable String plain(String host) {
    if (!host.startsWith("[")) {
      return host.toLowerCase(Locale.ROOT);
    }
    try {
      // An address in brackets is never looked up by name.
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress() ? "localhost" : address.getHostAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
