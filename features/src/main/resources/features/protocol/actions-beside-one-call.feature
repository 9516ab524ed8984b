Feature: What is allowed beside one call
  What state events offer in a consult, after a takeover, between two agents, in a chat and on a platform with fewer capabilities.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 3, event data, and section 5.

  @SWH-STATE-011 @SWH-STATE-016 @SWH-STATE-017 @SWH-STATE-019 @SHOULD
  Scenario: A consult from ringing until it ends
    Given Alice has a consult ringing
    When the consulted party answers
    Then Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
    And Alice's consult allows:
      | conversation.release         |
      | conversation.hold            |
      | conversation.request.mute    |
      | conversation.request.unmute  |
      | conversation.senddtmf        |
      | conversation.blindtransfer   |
      | conversation.blindconference |
    When Alice sends conversation.hold to the consult
    Then it succeeds
    And Alice sees:
      | event         | on      | state |
      | state.updated | consult | HELD  |
    And Alice's consult allows:
      | conversation.release       |
      | conversation.retrieve      |
      | conversation.blindtransfer |
    When Alice sends conversation.retrieve to the conversation
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
    And Alice's conversation allows:
      | conversation.release         |
      | conversation.hold            |
      | conversation.request.mute    |
      | conversation.request.unmute  |
      | conversation.senddtmf        |
      | conversation.blindtransfer   |
      | conversation.blindconference |
    When the consulted party hangs up
    Then Alice sees:
      | event                    | on          | state |
      | state.updated            | consult     | NULL  |
      | conversation.disposed    | consult     |       |
      | interaction.focuschanged | interaction |       |
    And Alice's consult allows nothing

  @SWH-STATE-011 @SWH-STATE-015 @SWH-STATE-016 @SWH-STATE-017 @SHOULD
  Scenario: Taking over a consult reports what it allows
    Given Alice has a consult
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state     | busy | member   |
      | channel.created           | channel      |           |      |          |
      | state.updated             | channel      | ACTIVE    | true |          |
      | channel.initialized       | channel      |           |      |          |
      | interaction.created       | interaction  |           |      |          |
      | state.updated             | interaction  | STARTED   |      |          |
      | conversation.created      | conversation |           |      |          |
      | state.updated             | conversation | HELD      |      |          |
      | conversation.member.added | conversation |           |      | $answers |
      | conversation.initialized  | conversation |           |      |          |
      | conversation.created      | consult      |           |      |          |
      | state.updated             | consult      | CONNECTED |      |          |
      | conversation.member.added | consult      |           |      | $expert  |
      | conversation.initialized  | consult      |           |      |          |
      | interaction.datachanged   | interaction  |           |      |          |
      | interaction.preview       | interaction  |           |      |          |
      | interaction.initialized   | interaction  |           |      |          |
      | session.initialized       | session      |           |      |          |
    And Alice's channel allows:
      | channel.activate                     |
      | channel.request.incontact.getscripts |
    And Alice's interaction allows:
      | interaction.setinteractiondata      |
      | interaction.setdisposition          |
      | interaction.alternate               |
      | interaction.consulttransfer         |
      | interaction.consultconference       |
      | interaction.request.recording.start |
      | interaction.request.recording.stop  |
    And Alice's conversation allows:
      | conversation.release       |
      | conversation.blindtransfer |
    And Alice's consult allows:
      | conversation.release         |
      | conversation.hold            |
      | conversation.request.mute    |
      | conversation.request.unmute  |
      | conversation.senddtmf        |
      | conversation.blindtransfer   |
      | conversation.blindconference |

  @SWH-STATE-011 @SWH-STATE-015 @SHOULD
  Scenario: Taking over an ended call reports what it allows
    Given Alice has an ended call
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                   | on          | state  | busy |
      | channel.created         | channel     |        |      |
      | state.updated           | channel     | ACTIVE | true |
      | channel.initialized     | channel     |        |      |
      | interaction.created     | interaction |        |      |
      | state.updated           | interaction | ENDED  |      |
      | interaction.datachanged | interaction |        |      |
      | interaction.preview     | interaction |        |      |
      | interaction.initialized | interaction |        |      |
      | session.initialized     | session     |        |      |
    And Alice's channel allows:
      | channel.activate                     |
      | channel.request.incontact.getscripts |
    And Alice's interaction allows:
      | interaction.setinteractiondata     |
      | interaction.setdisposition         |
      | interaction.complete               |
      | interaction.request.recording.stop |

  @SWH-STATE-011 @SWH-STATE-016 @SWH-STATE-019 @SWH-MSG-015 @SHOULD
  Scenario: Each of two agents is told what their own conversation allows
    Given Carol is ready
    And Alice has a call with Bob
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    And Alice's conversation allows:
      | conversation.release       |
      | conversation.retrieve      |
      | conversation.blindtransfer |
    When Bob sends conversation.request.mute
    Then it succeeds
    And Bob sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | true  |
    And Bob's conversation allows:
      | conversation.release         |
      | conversation.hold            |
      | conversation.request.mute    |
      | conversation.request.unmute  |
      | conversation.senddtmf        |
      | conversation.blindtransfer   |
      | conversation.blindconference |
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Alice's conversation allows nothing
    And Bob's conversation allows nothing

  @SWH-STATE-011 @SWH-STATE-014 @SWH-STATE-020 @SWH-STATE-019 @SHOULD
  Scenario Outline: An interaction that begins when a customer <verb> Alice
    Given Alice has <what> channel
    When a customer <verb> Alice
    Then Alice is offered <what>
    And Alice's interaction allows:
      | interaction.accept             |
      | interaction.reject             |
      | interaction.setinteractiondata |
      | interaction.setdisposition     |
    And Alice's <channel> allows:
      | channel.activate                     |
      | channel.request.incontact.getscripts |
    When Alice sends interaction.accept
    Then it succeeds
    And Alice sees:
      | event         | on          | state   |
      | state.updated | interaction | STARTED |
    And Alice's interaction allows:
      | interaction.setinteractiondata |
      | interaction.setdisposition     |
      | interaction.complete           |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    And Alice's interaction allows nothing
    And Alice's <channel> allows:
      | channel.activate                     |
      | channel.request.incontact.getscripts |
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-STATE-011 @SWH-STATE-015 @SWH-STATE-016 @SWH-STATE-021 @SHOULD
  Scenario: A platform with only the core commands
    Given Alice is ready
    And the switch does not support consult
    And the switch does not support conference
    And the switch does not support recording
    And the switch does not support recording.pause
    And the switch does not support incontact
    When Alice sends channel.dial with {"destination":"$answers"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member   |
      | channel.infochanged       | channel      |           |      |          |
      | state.updated             | channel      | ACTIVE    | true |          |
      | interaction.created       | interaction  |           |      |          |
      | state.updated             | interaction  | DIALING   |      |          |
      | conversation.created      | conversation |           |      |          |
      | state.updated             | conversation | INITIATED |      |          |
      | conversation.member.added | conversation |           |      | $answers |
      | conversation.initialized  | conversation |           |      |          |
      | interaction.datachanged   | interaction  |           |      |          |
      | interaction.preview       | interaction  |           |      |          |
      | interaction.initialized   | interaction  |           |      |          |
      | state.updated             | conversation | CONNECTED |      |          |
      | state.updated             | interaction  | STARTED   |      |          |
    And Alice's channel allows:
      | channel.activate |
    And Alice's interaction allows:
      | interaction.setinteractiondata |
      | interaction.setdisposition     |
    And Alice's conversation allows:
      | conversation.release        |
      | conversation.hold           |
      | conversation.request.mute   |
      | conversation.request.unmute |
      | conversation.senddtmf       |
      | conversation.blindtransfer  |
