Feature: Transferring blindly to an agent
  A call is transferred to an agent who has not been consulted.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, sections 4 and 5, Without a command.

  @SWH-BLINDTRANSFER-002 @SWH-AGENT-015 @SWH-AGENT-013 @SWH-MSG-015 @SHOULD
  Scenario: Transferring a customer blindly to an agent, who answers
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                     | on           | state    | busy | member   |
      | channel.infochanged       | channel      |          |      |          |
      | state.updated             | channel      | ACTIVE   | true |          |
      | interaction.created       | interaction  |          |      |          |
      | state.updated             | interaction  | ALERTING |      |          |
      | conversation.created      | conversation |          |      |          |
      | state.updated             | conversation | ALERTING |      |          |
      | conversation.member.added | conversation |          |      | $answers |
      | conversation.initialized  | conversation |          |      |          |
      | interaction.datachanged   | interaction  |          |      |          |
      | interaction.preview       | interaction  |          |      |          |
      | interaction.initialized   | interaction  |          |      |          |
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
    When the far end hangs up
    Then Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-AGENT-015 @SWH-STATE-006 @SHOULD
  Scenario: Transferring a customer blindly to an agent, and the customer hangs up before the answer
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob is offered a call from $answers
    When the far end hangs up
    Then Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |

  @SWH-AGENT-021 @SWH-AGENT-015 @SWH-MSG-015 @SHOULD
  Scenario: An agent to whom a customer was transferred blindly does not answer, and is free again
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob is offered a call from $answers
    When the ring time passes
    Then Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    When Bob sends channel.dial with {"destination":"$rings"}
    Then it succeeds
    And Bob is dialling $rings

  @SWH-AGENT-015 @SWH-AGENT-016 @SHOULD
  Scenario: Transferring an agent blindly to another
    Given Carol is ready
    And Dave is ready
    And Alice has a call with Bob
    When Alice sends conversation.blindtransfer with {"destination":"$carol.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $carol.extension |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    And Carol is offered a call from $bob.extension
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When Carol sends conversation.release
    Then it succeeds
    And Carol sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-AGENT-016 @SHOULD
  Scenario: Transferring an agent blindly to a number that rings
    Given Carol is ready
    And Alice has a call with Bob
    When Alice sends conversation.blindtransfer with {"destination":"$ringsToo"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $ringsToo        |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |

  @SWH-AGENT-017 @SWH-BLINDTRANSFER-004 @SWH-CODE-007 @SWH-MSG-015 @MUST
  Scenario Outline: Transferring blindly to an agent who <is>
    Given Carol is ready
    And Bob <is>
    And Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it is refused as destination-unavailable
    And Alice sees:
      | event                 | on           |
      | state.updated         | conversation |
      | conversation.disposed | conversation |
      | interaction.ended     | interaction  |
    Examples:
      | is                         |
      | is logged in and not ready |
      | has a call                 |
