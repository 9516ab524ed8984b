Feature: Bringing an agent into a call
  An agent is brought into a call without a consult.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, sections 4 and 5, Without a command.

  @SWH-AGENT-018 @SWH-BLINDCONF-002 @SWH-MSG-015 @SHOULD
  Scenario: An agent who is brought into a call answers and leaves
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | member         |
      | conversation.member.added | conversation |           | $bob.extension |
      | state.updated             | conversation | CONNECTED |                |
    And Bob sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.member.added | conversation |          |      | $answers         |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
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
    And Alice sees:
      | event                       | on           | state     | member         |
      | conversation.member.removed | conversation |           | $bob.extension |
      | state.updated               | conversation | CONNECTED |                |

  @SWH-AGENT-019 @SWH-AGENT-018 @SWH-STATE-006 @SHOULD
  Scenario Outline: An agent who is brought into a call rejects it with <command>
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | member         |
      | conversation.member.added | conversation |           | $bob.extension |
      | state.updated             | conversation | CONNECTED |                |
    And Bob sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.member.added | conversation |          |      | $answers         |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
    When Bob sends <command>
    Then it succeeds
    And Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Alice sees:
      | event                       | on           | state     | member         |
      | conversation.member.removed | conversation |           | $bob.extension |
      | state.updated               | conversation | CONNECTED |                |
    Examples:
      | command              |
      | interaction.reject   |
      | conversation.release |

  @SWH-AGENT-021 @SWH-AGENT-018 @SWH-MSG-015 @SHOULD
  Scenario: An agent who is brought into a call does not answer
    Given Carol is ready
    And Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | member         |
      | conversation.member.added | conversation |           | $bob.extension |
      | state.updated             | conversation | CONNECTED |                |
    And Bob sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.member.added | conversation |          |      | $answers         |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
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
    And Alice sees:
      | event                       | on           | state     | member         |
      | conversation.member.removed | conversation |           | $bob.extension |
      | state.updated               | conversation | CONNECTED |                |

  @SWH-AGENT-018 @SWH-AGENT-012 @SHOULD
  Scenario: Bringing an agent into a call with another
    Given Carol is ready
    And Dave is ready
    And Alice has a call with Bob
    When Alice sends conversation.blindconference with {"destination":"$carol.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | member           |
      | conversation.member.added | conversation |           | $carol.extension |
      | state.updated             | conversation | CONNECTED |                  |
    And Bob sees:
      | event                     | on           | state     | member           |
      | conversation.member.added | conversation |           | $carol.extension |
      | state.updated             | conversation | CONNECTED |                  |
    And Carol sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.member.added | conversation |          |      | $bob.extension   |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |

  @SWH-AGENT-017 @SWH-BLINDCONF-005 @SWH-CODE-007 @SWH-MSG-010 @SHOULD
  Scenario Outline: Bringing in an agent who <is>
    Given Carol is ready
    And Bob <is>
    And Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$bob.extension"}
    Then it is refused as destination-unavailable
    And no event follows
    Examples:
      | is                         |
      | is logged in and not ready |
      | has a call                 |
