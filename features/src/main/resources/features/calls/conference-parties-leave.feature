Feature: Parties of a conference leave one by one
  A conference of five parties ends differently for each of them who leaves first.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 5.

  @SWH-CONF-001 @SWH-CONF-002 @SWH-CONF-003 @SWH-CONF-004 @SWH-CONF-007 @SWH-RELEASE-006 @MUST
  Scenario: Five parties, and the agent who brought them together leaves first
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
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                       | on           | state     | member           |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    And Carol sees:
      | event                       | on           | state     | member           |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    When the far end hangs up
    Then Bob sees:
      | event                       | on           | state     | member   |
      | conversation.member.removed | conversation |           | $answers |
      | state.updated               | conversation | CONNECTED |          |
    And Carol sees:
      | event                       | on           | state     | member   |
      | conversation.member.removed | conversation |           | $answers |
      | state.updated               | conversation | CONNECTED |          |
    When the third party hangs up
    Then Bob sees:
      | event                       | on           | state     | member |
      | conversation.member.removed | conversation |           | $third |
      | state.updated               | conversation | CONNECTED |        |
    And Carol sees:
      | event                       | on           | state     | member |
      | conversation.member.removed | conversation |           | $third |
      | state.updated               | conversation | CONNECTED |        |
    When Bob sends conversation.hold
    Then it succeeds
    And Bob sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
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

  @SWH-CONF-001 @SWH-CONF-002 @SWH-CONF-003 @SWH-CONF-004 @SHOULD
  Scenario: Five parties, and the customer leaves first
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
    When the far end hangs up
    Then Alice sees:
      | event                       | on           | state     | member   |
      | conversation.member.removed | conversation |           | $answers |
      | state.updated               | conversation | CONNECTED |          |
    And Bob sees:
      | event                       | on           | state     | member   |
      | conversation.member.removed | conversation |           | $answers |
      | state.updated               | conversation | CONNECTED |          |
    And Carol sees:
      | event                       | on           | state     | member   |
      | conversation.member.removed | conversation |           | $answers |
      | state.updated               | conversation | CONNECTED |          |
    When Carol sends conversation.release
    Then it succeeds
    And Carol sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Alice sees:
      | event                       | on           | state     | member           |
      | conversation.member.removed | conversation |           | $carol.extension |
      | state.updated               | conversation | CONNECTED |                  |
    And Bob sees:
      | event                       | on           | state     | member           |
      | conversation.member.removed | conversation |           | $carol.extension |
      | state.updated               | conversation | CONNECTED |                  |
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
    When Alice sends conversation.request.mute
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | true  |
    When the third party hangs up
    Then Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-CONF-001 @SWH-CONF-002 @SWH-CONF-003 @SWH-CONF-004 @SHOULD
  Scenario: Five parties, and the one who was brought in last leaves first
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
    When the third party hangs up
    Then Alice sees:
      | event                       | on           | state     | member |
      | conversation.member.removed | conversation |           | $third |
      | state.updated               | conversation | CONNECTED |        |
    And Bob sees:
      | event                       | on           | state     | member |
      | conversation.member.removed | conversation |           | $third |
      | state.updated               | conversation | CONNECTED |        |
    And Carol sees:
      | event                       | on           | state     | member |
      | conversation.member.removed | conversation |           | $third |
      | state.updated               | conversation | CONNECTED |        |
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
    And Carol sees:
      | event                       | on           | state     | member         |
      | conversation.member.removed | conversation |           | $bob.extension |
      | state.updated               | conversation | CONNECTED |                |
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Carol sees:
      | event                       | on           | state     | member           |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    When Carol sends conversation.hold
    Then it succeeds
    And Carol sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    When the far end hangs up
    Then Carol sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
