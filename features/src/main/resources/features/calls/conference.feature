Feature: Conferences of many
  Five and more parties in one call; they leave in any order, and the last two stay connected.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 5.

  @SWH-CONF-005 @SWH-CONF-001 @SWH-CONF-007 @SHOULD
  Scenario: Six parties, each brought in by another one
    Given Dave is ready
    And Carol is ready
    And Alice has a conference with Bob
    When Bob sends conversation.blindconference with {"destination":"$carol.extension"}
    Then it succeeds
    And Bob sees:
      | event                     | on           | state     | member           |
      | conversation.member.added | conversation |           | $carol.extension |
      | state.updated             | conversation | CONNECTED |                  |
    And Alice sees:
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
      | conversation.member.added | conversation |          |      | $answers         |
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
    When Carol sends conversation.blindconference with {"destination":"$dave.extension"}
    Then it succeeds
    And Carol sees:
      | event                     | on           | state     | member          |
      | conversation.member.added | conversation |           | $dave.extension |
      | state.updated             | conversation | CONNECTED |                 |
    And Alice sees:
      | event                     | on           | state     | member          |
      | conversation.member.added | conversation |           | $dave.extension |
      | state.updated             | conversation | CONNECTED |                 |
    And Bob sees:
      | event                     | on           | state     | member          |
      | conversation.member.added | conversation |           | $dave.extension |
      | state.updated             | conversation | CONNECTED |                 |
    And Dave sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.member.added | conversation |          |      | $answers         |
      | conversation.member.added | conversation |          |      | $bob.extension   |
      | conversation.member.added | conversation |          |      | $carol.extension |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
    When Dave sends conversation.answer
    Then it succeeds
    And Dave sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When Dave sends conversation.blindconference with {"destination":"$expert"}
    Then it succeeds
    And Dave sees:
      | event                     | on           | state     | member  |
      | conversation.member.added | conversation |           | $expert |
      | state.updated             | conversation | CONNECTED |         |
    And Alice sees:
      | event                     | on           | state     | member  |
      | conversation.member.added | conversation |           | $expert |
      | state.updated             | conversation | CONNECTED |         |
    And Bob sees:
      | event                     | on           | state     | member  |
      | conversation.member.added | conversation |           | $expert |
      | state.updated             | conversation | CONNECTED |         |
    And Carol sees:
      | event                     | on           | state     | member  |
      | conversation.member.added | conversation |           | $expert |
      | state.updated             | conversation | CONNECTED |         |
    When Dave sends conversation.release
    Then it succeeds
    And Dave sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Alice sees:
      | event                       | on           | state     | member          |
      | conversation.member.removed | conversation |           | $dave.extension |
      | state.updated               | conversation | CONNECTED |                 |
    And Bob sees:
      | event                       | on           | state     | member          |
      | conversation.member.removed | conversation |           | $dave.extension |
      | state.updated               | conversation | CONNECTED |                 |
    And Carol sees:
      | event                       | on           | state     | member          |
      | conversation.member.removed | conversation |           | $dave.extension |
      | state.updated               | conversation | CONNECTED |                 |

  @SWH-CONF-006 @SWH-AGENT-003 @SHOULD
  Scenario Outline: <agent> holds and mutes in a conference
    Given Dave is ready
    And Carol is ready
    And Alice has a conference with Bob
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
      | conversation.member.added | conversation |          |      | $answers         |
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
    When Alice sends conversation.blindconference with {"destination":"$third"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | member |
      | conversation.member.added | conversation |           | $third |
      | state.updated             | conversation | CONNECTED |        |
    And Bob sees:
      | event                     | on           | state     | member |
      | conversation.member.added | conversation |           | $third |
      | state.updated             | conversation | CONNECTED |        |
    And Carol sees:
      | event                     | on           | state     | member |
      | conversation.member.added | conversation |           | $third |
      | state.updated             | conversation | CONNECTED |        |
    When <agent> sends conversation.hold
    Then it succeeds
    And <agent> sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    When <agent> sends conversation.retrieve
    Then it succeeds
    And <agent> sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
    When <agent> sends conversation.request.mute
    Then it succeeds
    And <agent> sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | true  |
    Examples:
      | agent |
      | Alice |
      | Bob   |
      | Carol |

  @SWH-CONF-002 @SWH-CONF-006 @SHOULD
  Scenario: A party leaves while an agent holds the conference
    Given Carol is ready
    And Alice has a conference with Bob
    When Bob sends conversation.hold
    Then it succeeds
    And Bob sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    When the far end hangs up
    Then Alice sees:
      | event                       | on           | state     | member   |
      | conversation.member.removed | conversation |           | $answers |
      | state.updated               | conversation | CONNECTED |          |
    And Bob sees:
      | event                       | on           | state | member   |
      | conversation.member.removed | conversation |       | $answers |
      | state.updated               | conversation | HELD  |          |
    When Bob sends conversation.retrieve
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |

  @SWH-CONF-001 @SWH-CONF-005 @SWH-AGENT-012 @SHOULD
  Scenario: A conference takes in the consult of one of its agents
    Given Dave is ready
    And Carol is ready
    And Alice has a conference with Bob
    When Bob sends interaction.consult with {"destination":"$carol.extension"}
    Then it succeeds
    And Bob sees:
      | event                     | on           | state     | focus   | member           |
      | state.updated             | conversation | HELD      |         |                  |
      | conversation.created      | consult      |           |         |                  |
      | state.updated             | consult      | INITIATED |         |                  |
      | conversation.member.added | consult      |           |         | $carol.extension |
      | conversation.initialized  | consult      |           |         |                  |
      | interaction.focuschanged  | interaction  |           | consult |                  |
    And Carol is offered a call from $bob.extension
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Bob sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
    When Bob sends interaction.consultconference
    Then it succeeds
    And Bob sees:
      | event                     | on           | state     | focus        | member           |
      | state.updated             | consult      | NULL      |              |                  |
      | conversation.disposed     | consult      |           |              |                  |
      | interaction.focuschanged  | interaction  |           | conversation |                  |
      | conversation.member.added | conversation |           |              | $carol.extension |
      | state.updated             | conversation | CONNECTED |              |                  |
    And Alice sees:
      | event                     | on           | state     | member           |
      | conversation.member.added | conversation |           | $carol.extension |
      | state.updated             | conversation | CONNECTED |                  |
    And Carol sees:
      | event                     | on           | state     | member           |
      | conversation.member.added | conversation |           | $alice.extension |
      | conversation.member.added | conversation |           | $answers         |
      | state.updated             | conversation | CONNECTED |                  |

  @SWH-CONF-002 @SWH-AGENT-011 @SHOULD
  Scenario: An agent transfers the conference to the one who was consulted
    Given Dave is ready
    And Carol is ready
    And Alice has a conference with Bob
    When Bob sends interaction.consult with {"destination":"$carol.extension"}
    Then it succeeds
    And Bob sees:
      | event                     | on           | state     | focus   | member           |
      | state.updated             | conversation | HELD      |         |                  |
      | conversation.created      | consult      |           |         |                  |
      | state.updated             | consult      | INITIATED |         |                  |
      | conversation.member.added | consult      |           |         | $carol.extension |
      | conversation.initialized  | consult      |           |         |                  |
      | interaction.focuschanged  | interaction  |           | consult |                  |
    And Carol is offered a call from $bob.extension
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Bob sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
    When Bob sends interaction.consulttransfer
    Then it succeeds
    And Bob sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
      | state.updated            | consult      | NULL  |         |
      | conversation.disposed    | consult      |       |         |
      | interaction.ended        | interaction  |       |         |
    And Alice sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $carol.extension |
      | conversation.member.removed | conversation |           | $bob.extension   |
      | state.updated               | conversation | CONNECTED |                  |
    And Carol sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $alice.extension |
      | conversation.member.added   | conversation |           | $answers         |
      | conversation.member.removed | conversation |           | $bob.extension   |
      | state.updated               | conversation | CONNECTED |                  |
