Feature: Transferring to a consulted agent, and conferencing
  How a consult with an agent becomes a transfer or a conference.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, sections 4 and 5, Without a command.

  @SWH-AGENT-011 @SWH-AGENT-013 @SWH-MSG-015 @SHOULD
  Scenario: Transferring a customer to the consulted agent, and the customer hangs up
    Given Carol is ready
    And Alice has a consult with Bob
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
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    When the far end hangs up
    Then Bob sees:
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

  @SWH-AGENT-011 @SWH-AGENT-020 @SWH-TRANSFER-005 @SHOULD
  Scenario Outline: Transferring <situation> to the consulted agent, who goes on with it
    Given Carol is ready
    And Alice has a consult with Bob
    When <agent> sends <command> to the <object>
    Then it succeeds
    And <agent> sees:
      | event         | on       | state   |
      | state.updated | <object> | <state> |
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
      | event                       | on           | state | member           |
      | conversation.member.added   | conversation |       | $answers         |
      | conversation.member.removed | conversation |       | $alice.extension |
      | state.updated               | conversation | <bob> |                  |
    When Bob sends <next>
    Then it succeeds
    And Bob sees:
      | event         | on           | state  |
      | state.updated | conversation | <then> |
    Examples:
      | situation                | agent | command                   | object       | state     | bob       | next                  | then      |
      | what the agent holds     | Alice | conversation.hold         | consult      | HELD      | CONNECTED | conversation.hold     | HELD      |
      | what the other holds     | Bob   | conversation.hold         | conversation | HELD      | HELD      | conversation.retrieve | CONNECTED |
      | what the other has muted | Bob   | conversation.request.mute | conversation | CONNECTED | CONNECTED | conversation.hold     | HELD      |

  @SWH-AGENT-020 @SWH-AGENT-011 @SWH-CONSULT-002 @SHOULD
  Scenario: The agent to whom a call was transferred consults and transfers it on
    Given Dave is ready
    And Carol is ready
    And Alice has a consult with Bob
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
    And Carol sees:
      | event                       | on           | state     | member         |
      | conversation.member.added   | conversation |           | $answers       |
      | conversation.member.removed | conversation |           | $bob.extension |
      | state.updated               | conversation | CONNECTED |                |
    When the far end hangs up
    Then Carol sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-AGENT-011 @SWH-AGENT-004 @SHOULD
  Scenario: Transferring an agent to another
    Given Carol is ready
    And Dave is ready
    And Alice has a call with Bob
    When Alice sends interaction.consult with {"destination":"$carol.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus   | member           |
      | state.updated             | conversation | HELD      |         |                  |
      | conversation.created      | consult      |           |         |                  |
      | state.updated             | consult      | INITIATED |         |                  |
      | conversation.member.added | consult      |           |         | $carol.extension |
      | conversation.initialized  | consult      |           |         |                  |
      | interaction.focuschanged  | interaction  |           | consult |                  |
    And Carol is offered a call from $alice.extension
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
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
      | conversation.member.added   | conversation |           | $carol.extension |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    And Carol sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $bob.extension   |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Carol sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-AGENT-012 @SWH-CONFERENCE-001 @SWH-CONFERENCE-002 @SWH-MSG-015 @MUST
  Scenario: Conferencing a customer with the consulted agent
    Given Carol is ready
    And Alice has a consult with Bob
    When Alice sends interaction.consultconference
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus        | member         |
      | state.updated             | consult      | NULL      |              |                |
      | conversation.disposed     | consult      |           |              |                |
      | interaction.focuschanged  | interaction  |           | conversation |                |
      | conversation.member.added | conversation |           |              | $bob.extension |
      | state.updated             | conversation | CONNECTED |              |                |
    And Bob sees:
      | event                     | on           | state     | member   |
      | conversation.member.added | conversation |           | $answers |
      | state.updated             | conversation | CONNECTED |          |

  @SWH-AGENT-012 @SWH-CONFERENCE-002 @SHOULD
  Scenario: Conferencing two agents
    Given Carol is ready
    And Dave is ready
    And Alice has a call with Bob
    When Alice sends interaction.consult with {"destination":"$carol.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus   | member           |
      | state.updated             | conversation | HELD      |         |                  |
      | conversation.created      | consult      |           |         |                  |
      | state.updated             | consult      | INITIATED |         |                  |
      | conversation.member.added | consult      |           |         | $carol.extension |
      | conversation.initialized  | consult      |           |         |                  |
      | interaction.focuschanged  | interaction  |           | consult |                  |
    And Carol is offered a call from $alice.extension
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
    When Alice sends interaction.consultconference
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus        | member           |
      | state.updated             | consult      | NULL      |              |                  |
      | conversation.disposed     | consult      |           |              |                  |
      | interaction.focuschanged  | interaction  |           | conversation |                  |
      | conversation.member.added | conversation |           |              | $carol.extension |
      | state.updated             | conversation | CONNECTED |              |                  |
    And Bob sees:
      | event                     | on           | state     | member           |
      | conversation.member.added | conversation |           | $carol.extension |
      | state.updated             | conversation | CONNECTED |                  |
    And Carol sees:
      | event                     | on           | state     | member         |
      | conversation.member.added | conversation |           | $bob.extension |
      | state.updated             | conversation | CONNECTED |                |
