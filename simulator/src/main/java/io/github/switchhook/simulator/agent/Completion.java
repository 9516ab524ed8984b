package io.github.switchhook.simulator.agent;

import io.github.switchhook.simulator.protocol.Codec;
import io.github.switchhook.simulator.protocol.FailureCode;
import io.github.switchhook.simulator.protocol.Message.Confirm;
import io.github.switchhook.simulator.protocol.Message.Response;
import io.github.switchhook.simulator.protocol.RefusalException;
import io.github.switchhook.simulator.protocol.Request;
import io.github.switchhook.simulator.protocol.RequestData;
import io.github.switchhook.simulator.text.Quote;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The data of interaction.complete and the dialogue about it: {@code {}} asks for a choice where
 * the channel has external dispositions; {@code skipDisposition:true} declines one; {@code
 * dispositionId} with {@code notes} makes one (PROTOCOL section 5, interaction.complete).
 */
record Completion(boolean skip, Optional<String> dispositionId) {

  static Completion read(RequestData data, Predicate<Variant> chosen) {
    boolean skip = data.has("skipDisposition") && data.flag("skipDisposition");
    Optional<String> dispositionId = data.optionalText("dispositionId");
    if (data.has("notes") || (dispositionId.isPresent() && chosen.test(Variant.NOTES_REQUIRED))) {
      data.anyText("notes");
    }
    if (skip && dispositionId.isPresent() && !chosen.test(Variant.SKIP_AND_CHOOSE)) {
      throw data.expected("dispositionId", "nothing beside skipDisposition");
    }
    if (!skip && data.has("skipDisposition") && chosen.test(Variant.SKIP_FALSE_REFUSED)) {
      throw data.expected("skipDisposition", "true, or nothing");
    }
    return new Completion(skip, dispositionId);
  }

  /** Completes an interaction that has ended, or asks. */
  Response of(Interaction interaction, Request request) {
    Dispositions offered = interaction.channel().dispositions();
    if (dispositionId.isPresent()) {
      String chosen = dispositionId.get();
      if (!offered.has(chosen) && !interaction.context().is(Variant.ANY_DISPOSITION)) {
        throw new RefusalException(
            FailureCode.INVALID_DATA,
            "data.dispositionId: expected one of "
                + Quote.plain(
                    offered.choices().stream().map(Dispositions.Choice::id).toList().toString())
                + ", got "
                + Quote.of(chosen));
      }
      interaction.dispose(chosen);
    } else if (skip && offered.required() && !interaction.context().is(Variant.SKIP_REQUIRED)) {
      throw new RefusalException(
          FailureCode.INVALID_DATA,
          "data.skipDisposition: this channel requires a disposition; repeat with a dispositionId");
    } else if (!skip && !offered.choices().isEmpty()) {
      return ask(offered, request);
    }
    interaction.close();
    return request.echo();
  }

  private static Confirm ask(Dispositions offered, Request request) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("dispositionRequired", offered.required());
    data.put("dispositions", offered.choices());
    return new Confirm(
        request,
        offered.required()
            ? "Choose a disposition: repeat with its dispositionId and notes."
            : "Choose a disposition, or repeat with skipDisposition true.",
        Codec.object(data));
  }
}
