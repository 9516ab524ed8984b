Feature: The lives of interactions
  The states that an interaction and its channel pass through, from the first event to the last.
  Stands in PROTOCOL.md, section 3.

  @SWH-STATE-001 @SWH-STATE-003 @MUST
  Scenario: The first states of an outbound interaction and its channel
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state   |
      | channel.infochanged       | channel      |         |
      | state.updated             | channel      | ACTIVE  |
      | interaction.created       | interaction  |         |
      | state.updated             | interaction  | DIALING |
      | conversation.created      | conversation |         |
      | state.updated             | conversation |         |
      | conversation.member.added | conversation |         |
      | conversation.initialized  | conversation |         |
      | interaction.datachanged   | interaction  |         |
      | interaction.preview       | interaction  |         |
      | interaction.initialized   | interaction  |         |

  @SWH-STATE-012 @MUST
  Scenario: The later states of an outbound interaction
    Given Alice has a dialled call
    When the far end answers
    Then other scenarios judge the events
    And Alice's interaction is STARTED
    When Alice sends conversation.release
    Then it succeeds
    And other scenarios judge the events
    When Alice sends interaction.complete
    Then it succeeds
    And other scenarios judge the events
    And Alice's interaction is COMPLETED

  @SWH-STATE-002 @MUST
  Scenario: The states of an inbound interaction
    Given Alice is ready
    When a customer calls Alice
    Then other scenarios judge the events
    And Alice's interaction is ALERTING
    When Alice sends conversation.answer
    Then it succeeds
    And other scenarios judge the events
    And Alice's interaction is STARTED
    When the far end hangs up
    Then other scenarios judge the events
    When Alice sends interaction.complete
    Then it succeeds
    And other scenarios judge the events
    And Alice's interaction is COMPLETED

  @SWH-STATE-005 @SHOULD
  Scenario: The channel is busy from the first ring until the interaction is completed
    Given Alice is ready
    When a customer calls Alice
    Then Alice sees:
      | event                     | on           | state    | busy |
      | channel.infochanged       | channel      |          |      |
      | state.updated             | channel      | ACTIVE   | true |
      | interaction.created       | interaction  |          |      |
      | state.updated             | interaction  | ALERTING |      |
      | conversation.created      | conversation |          |      |
      | state.updated             | conversation | ALERTING |      |
      | conversation.member.added | conversation |          |      |
      | conversation.initialized  | conversation |          |      |
      | interaction.datachanged   | interaction  |          |      |
      | interaction.preview       | interaction  |          |      |
      | interaction.initialized   | interaction  |          |      |
    When Alice sends conversation.answer
    Then it succeeds
    And Alice sees:
      | event         | on           |
      | state.updated | conversation |
      | state.updated | interaction  |
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it is refused as invalid-state
    And no event follows
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-STATE-007 @SWH-STATE-004 @SHOULD
  Scenario: Wrap-up takes as long as the agent wants
    Given Alice has an ended call
    When 600 seconds pass
    Then no event follows
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-STATE-012 @MUST
  Scenario: The states of an interaction that is transferred
    Given Alice has a consult
    When Alice sends interaction.consulttransfer
    Then it succeeds
    And other scenarios judge the events
    When Alice sends interaction.complete
    Then it succeeds
    And other scenarios judge the events
    And Alice's interaction is COMPLETED
