package io.github.switchhook.conformance.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A requirement that the target is known not to meet, why this is accepted, and until when.
 *
 * @param id the requirement
 * @param reason one sentence for the report
 * @param link where the matter is tracked, or null
 * @param expires the last day on which the waiver excuses anything
 */
public record Waiver(String id, String reason, @Nullable String link, LocalDate expires) {
  /** Tells whether the waiver excuses nothing any more. */
  public boolean expired(LocalDate today) {
    return today.isAfter(expires);
  }

  /** Tells whether the link is one for a browser, and not a ticket's number or a script. */
  public boolean onTheWeb() {
    return link != null && link.matches("(?i)https?://.+");
  }
}
