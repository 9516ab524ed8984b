package io.github.switchhook.conformance.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.switchhook.conformance.profile.RequestStyle.Property;
import io.github.switchhook.conformance.protocol.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestStyleTest {
  private static final RequestStyle STYLE =
      new RequestStyle(
          Map.of("conversation.senddtmf", "conversation.dtmf"),
          Map.of(
              "digits", at("/tones"),
              "queue", new Property(pointer("/group/name"), Map.of("sales", "Q-17")),
              "agent.id", at("/agent/password"),
              "agent.password", at("/agent/id"),
              "type", new Property(Optional.empty(), Map.of("Chat", "im"))));

  private static Property at(String place) {
    return new Property(pointer(place), Map.of());
  }

  private static Optional<JsonPointer> pointer(String place) {
    return Optional.of(JsonPointer.compile(place));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'command':'conversation.senddtmf','target':'t','data':{'digits':'1','more':2}}"
            + "|{'command':'conversation.dtmf','target':'t','data':{'more':2,'tones':'1'}}",
        "{'command':'conversation.senddtmf','data':{'digits':5}}"
            + "|{'command':'conversation.dtmf','data':{'tones':5}}",
        "{'command':'conversation.senddtmf','data':'digits'}"
            + "|{'command':'conversation.dtmf','data':'digits'}",
        "{'command':'channel.activate','data':{'channeloptions':{'queue':'sales'}}}"
            + "|{'command':'channel.activate','data':{'group':{'name':'Q-17'}}}",
        "{'command':'channel.activate','data':{'channeloptions':{'queue':'nowhere','x':1}}}"
            + "|{'command':'channel.activate','data':{'channeloptions':{'x':1},'group':{'name':'nowhere'}}}",
        "{'command':'channel.activate','data':{'channeloptions':['sales']}}"
            + "|{'command':'channel.activate','data':{'channeloptions':['sales']}}",
        "{'command':'prepareSession','data':{'agent':{'id':'a','password':'b'}}}"
            + "|{'command':'prepareSession','data':{'agent':{'id':'b','password':'a'}}}",
        "{'command':'session.request.addchannel','data':{'channel':{'type':'Chat'}}}"
            + "|{'command':'session.request.addchannel','data':{'channel':{'type':'im'}}}",
        "{'command':'channel.dial','data':{'digits':'1','queue':'sales'}}"
            + "|{'command':'channel.dial','data':{'digits':'1','queue':'sales'}}",
        "[1,2]|[1,2]",
        "{}|{}"
      })
  void spells(String ours, String theirs) {
    assertThat(STYLE.spell(json(ours))).isEqualTo(json(theirs));
    assertThat(RequestStyle.PLAIN.spell(json(ours))).isEqualTo(json(ours));
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"')).orElseThrow();
  }
}
