Feature: Call data between agents
  The data of a call goes along with it to the next agent.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, sections 4 and 5, Without a command.

  @SWH-AGENT-014 @SHOULD
  Scenario: The consulted agent finds the data of the call
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    When Alice sends interaction.consult with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus   | member         |
      | state.updated             | conversation | HELD      |         |                |
      | conversation.created      | consult      |           |         |                |
      | state.updated             | consult      | INITIATED |         |                |
      | conversation.member.added | consult      |           |         | $bob.extension |
      | conversation.initialized  | consult      |           |         |                |
      | interaction.focuschanged  | interaction  |           | consult |                |
    And Bob sees:
      | event                     | on           | state    | busy | member           | data           |
      | channel.infochanged       | channel      |          |      |                  |                |
      | state.updated             | channel      | ACTIVE   | true |                  |                |
      | interaction.created       | interaction  |          |      |                  |                |
      | state.updated             | interaction  | ALERTING |      |                  |                |
      | conversation.created      | conversation |          |      |                  |                |
      | state.updated             | conversation | ALERTING |      |                  |                |
      | conversation.member.added | conversation |          |      | $alice.extension |                |
      | conversation.initialized  | conversation |          |      |                  |                |
      | interaction.datachanged   | interaction  |          |      |                  | {"order":"17"} |
      | interaction.preview       | interaction  |          |      |                  |                |
      | interaction.initialized   | interaction  |          |      |                  |                |

  @SWH-AGENT-014 @SHOULD
  Scenario: The agent to whom a call was transferred adds to its data
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    When Alice sends interaction.consult with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus   | member         |
      | state.updated             | conversation | HELD      |         |                |
      | conversation.created      | consult      |           |         |                |
      | state.updated             | consult      | INITIATED |         |                |
      | conversation.member.added | consult      |           |         | $bob.extension |
      | conversation.initialized  | consult      |           |         |                |
      | interaction.focuschanged  | interaction  |           | consult |                |
    And Bob sees:
      | event                     | on           | state    | busy | member           | data           |
      | channel.infochanged       | channel      |          |      |                  |                |
      | state.updated             | channel      | ACTIVE   | true |                  |                |
      | interaction.created       | interaction  |          |      |                  |                |
      | state.updated             | interaction  | ALERTING |      |                  |                |
      | conversation.created      | conversation |          |      |                  |                |
      | state.updated             | conversation | ALERTING |      |                  |                |
      | conversation.member.added | conversation |          |      | $alice.extension |                |
      | conversation.initialized  | conversation |          |      |                  |                |
      | interaction.datachanged   | interaction  |          |      |                  | {"order":"17"} |
      | interaction.preview       | interaction  |          |      |                  |                |
      | interaction.initialized   | interaction  |          |      |                  |                |
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
    When Alice sends interaction.consulttransfer
    Then it succeeds
    And Alice sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
      | state.updated            | consult      | NULL  |         |
      | conversation.disposed    | consult      |       |         |
      | interaction.ended        | interaction  |       |         |
    And Bob sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $answers         |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    When Bob sends interaction.setinteractiondata with {"key":"mood","value":"fine"}
    Then it succeeds
    And Bob sees:
      | event                   | on          | data                         |
      | interaction.datachanged | interaction | {"order":"17","mood":"fine"} |

  @SWH-AGENT-014 @SWH-AGENT-015 @SWH-CALLDATA-002 @SHOULD
  Scenario: A call that is transferred blindly comes with its data
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                     | on           | state    | busy | member   | data           |
      | channel.infochanged       | channel      |          |      |          |                |
      | state.updated             | channel      | ACTIVE   | true |          |                |
      | interaction.created       | interaction  |          |      |          |                |
      | state.updated             | interaction  | ALERTING |      |          |                |
      | conversation.created      | conversation |          |      |          |                |
      | state.updated             | conversation | ALERTING |      |          |                |
      | conversation.member.added | conversation |          |      | $answers |                |
      | conversation.initialized  | conversation |          |      |          |                |
      | interaction.datachanged   | interaction  |          |      |          | {"order":"17"} |
      | interaction.preview       | interaction  |          |      |          |                |
      | interaction.initialized   | interaction  |          |      |          |                |
