Feature: Platforms that lack things
  A command that the switch does not support changes nothing. Which command needs which capability stands in the file of that command.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, sections 5 and 6.

  @SWH-PLATFORM-001 @SWH-CODE-008 @SWH-MSG-010 @SWH-MSG-012 @SHOULD
  Scenario Outline: <command> without <capability> is unsupported, and the call goes on
    Given Bob is ready
    And Alice has <situation>
    And the switch does not support <capability>
    When Alice sends <command> with <data>
    Then it is refused as unsupported
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    Examples:
      | capability      | situation       | command                              | data                                                 |
      | consult         | a call          | interaction.consult                  | {"destination":"$bob.extension"}                     |
      | conference      | a call          | conversation.blindconference         | {"destination":"$bob.extension"}                     |
      | recording       | a call          | interaction.request.recording.start  | {}                                                   |
      | recording.pause | a recorded call | interaction.request.recording.pause  | {}                                                   |
      | incontact       | a call          | channel.request.incontact.getscripts | {}                                                   |
      | multimedia      | a call          | session.request.addchannel           | {"channel":{"endpoint":"$agent.chat","type":"Chat"}} |

  @SWH-PLATFORM-001 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: A consult that began before the platform lost conferences can be alternated, not made a conference
    Given Alice has a consult with Bob
    And the switch does not support conference
    When Alice sends interaction.consultconference
    Then it is refused as unsupported
    And no event follows
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | focus        |
      | state.updated            | consult      | HELD      |              |
      | state.updated            | conversation | CONNECTED |              |
      | interaction.focuschanged | interaction  |           | conversation |

  @SWH-PLATFORM-002 @SWH-PLATFORM-003 @SHOULD
  Scenario: A call on a platform with only the core commands
    Given Carol is ready
    And Bob is ready
    And Alice is ready
    And the switch does not support consult
    And the switch does not support conference
    And the switch does not support recording
    And the switch does not support recording.pause
    And the switch does not support dispositions
    And the switch does not support incontact
    And the switch does not support multimedia
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
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob is offered a call from $answers
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Bob sends interaction.complete
    Then it succeeds
    And Bob sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-PLATFORM-003 @SWH-COMPLETE-001 @MUST
  Scenario: Completing on a platform without external dispositions
    Given Alice has an ended call
    And the switch does not support dispositions
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
