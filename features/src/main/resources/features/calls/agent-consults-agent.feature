Feature: An agent consults another
  What each agent sees of a consult until one of the parties leaves.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, sections 4 and 5, Without a command.

  @SWH-AGENT-008 @SWH-AGENT-009 @SWH-CONSULT-002 @SWH-MSG-015 @SHOULD
  Scenario: Consulting an agent
    Given Carol is ready
    And Bob is ready
    And Alice has a call
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
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
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
    And Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |

  @SWH-AGENT-008 @SWH-CONSULT-009 @SHOULD
  Scenario: Consulting an agent who rejects the call
    Given Carol is ready
    And Bob is ready
    And Alice has a call
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
    And Bob is offered a call from $alice.extension
    When Bob sends interaction.reject
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
      | event                    | on          | state  | focus        |
      | state.updated            | consult     | FAILED |              |
      | conversation.disposed    | consult     |        |              |
      | interaction.focuschanged | interaction |        | conversation |

  @SWH-AGENT-021 @SWH-AGENT-008 @SWH-MSG-015 @SHOULD
  Scenario: Consulting an agent who does not answer
    Given Carol is ready
    And Bob is ready
    And Alice has a call
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
    And Bob is offered a call from $alice.extension
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
      | event                    | on          | state  | focus        |
      | state.updated            | consult     | FAILED |              |
      | conversation.disposed    | consult     |        |              |
      | interaction.focuschanged | interaction |        | conversation |

  @SWH-AGENT-006 @SWH-CONSULT-009 @SWH-MSG-015 @SHOULD
  Scenario: Consulting an agent who is busy
    Given Carol is ready
    And Bob has a call
    And Alice has a call
    When Alice sends interaction.consult with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus        | member         |
      | state.updated             | conversation | HELD      |              |                |
      | conversation.created      | consult      |           |              |                |
      | state.updated             | consult      | INITIATED |              |                |
      | conversation.member.added | consult      |           |              | $bob.extension |
      | conversation.initialized  | consult      |           |              |                |
      | interaction.focuschanged  | interaction  |           | consult      |                |
      | state.updated             | consult      | FAILED    |              |                |
      | conversation.disposed     | consult      |           |              |                |
      | interaction.focuschanged  | interaction  |           | conversation |                |

  @SWH-AGENT-010 @SWH-ALTERNATE-002 @SWH-MSG-015 @SHOULD
  Scenario: Alternating between a customer and an agent
    Given Carol is ready
    And Alice has a consult with Bob
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | focus        |
      | state.updated            | consult      | HELD      |              |
      | state.updated            | conversation | CONNECTED |              |
      | interaction.focuschanged | interaction  |           | conversation |
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | focus   |
      | state.updated            | conversation | HELD      |         |
      | state.updated            | consult      | CONNECTED |         |
      | interaction.focuschanged | interaction  |           | consult |

  @SWH-AGENT-010 @SWH-ALTERNATE-002 @SWH-MSG-015 @SHOULD
  Scenario: Alternating between two agents
    Given Carol is ready
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
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | focus        |
      | state.updated            | consult      | HELD      |              |
      | state.updated            | conversation | CONNECTED |              |
      | interaction.focuschanged | interaction  |           | conversation |

  @SWH-AGENT-004 @SWH-FAR-007 @SWH-MSG-015 @SHOULD
  Scenario: The consulted agent leaves
    Given Carol is ready
    And Alice has a consult with Bob
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Alice sees:
      | event                    | on          | state | focus        |
      | state.updated            | consult     | NULL  |              |
      | conversation.disposed    | consult     |       |              |
      | interaction.focuschanged | interaction |       | conversation |

  @SWH-AGENT-013 @SWH-STATE-009 @SWH-FAR-007 @SWH-MSG-015 @SHOULD
  Scenario: The customer hangs up while the agent consults another
    Given Carol is ready
    And Alice has a consult with Bob
    When the far end hangs up
    Then Alice sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
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
