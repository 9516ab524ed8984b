Feature: Shapes and order of messages
  A request is answered with success, failure or confirm; then its events come, before the next answer.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, sections 1 and 4.

  @SWH-MSG-001 @SWH-DIAL-002 @SWH-MSG-005 @MUST
  Scenario: A success repeats command, target and data
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$rings","extensions":{"list":[1,2.5,true,null],"text":"Grüße","map":{}}}
    Then it succeeds
    And Alice sees:
      | event                     | on           |
      | channel.infochanged       | channel      |
      | state.updated             | channel      |
      | interaction.created       | interaction  |
      | state.updated             | interaction  |
      | conversation.created      | conversation |
      | state.updated             | conversation |
      | conversation.member.added | conversation |
      | conversation.initialized  | conversation |
      | interaction.datachanged   | interaction  |
      | interaction.preview       | interaction  |
      | interaction.initialized   | interaction  |

  @SWH-MSG-002 @SWH-MSG-003 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario: A failure repeats command and target and carries code, message and the original
    Given Alice has a call ringing in
    When Alice sends interaction.complete
    Then it is refused as invalid-state
    And no event follows

  @SWH-MSG-003 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario: The original holds whatever the request held
    Given Alice has a call ringing in
    When Alice sends the message {"command":"interaction.complete","target":"$interaction","data":{"skipDisposition":true},"tag":{"trace":[1,null,"x"]}}
    Then it is refused as invalid-state
    And no event follows

  @SWH-MSG-007 @SWH-MSG-008 @SHOULD
  Scenario: Responses and events of successive commands
    Given Alice has a call
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |
    When Alice sends conversation.request.mute
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | true  |
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-MSG-007 @SHOULD
  Scenario: The response to dialling comes before its thirteen events
    Given Alice is ready
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

  @SWH-MSG-015 @SHOULD
  Scenario: Each agent gets only the events of their own session
    Given Carol is ready
    And Bob has a call
    And Alice has a call
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
