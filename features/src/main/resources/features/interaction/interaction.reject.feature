Feature: interaction.reject
  Rejects an alerting interaction, so that another agent may handle it. For a call, conversation.release is preferred.
  Stands in PROTOCOL.md, section 5, interaction.reject, with R4 and R5.

  @SWH-REJECT-001 @SWH-REJECT-002 @SWH-STATE-006 @SWH-TARGET-001 @MUST
  Scenario Outline: Rejecting an alerting call, target in the <form> form
    Given Alice has a call ringing in
    And Alice writes targets in the <form> form
    When Alice sends interaction.reject
    Then it succeeds
    And Alice sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-REJECT-005 @MUST
  Scenario: Another agent may handle a rejected call
    Given Bob is ready
    And Alice has a call ringing in
    When Alice sends interaction.reject
    Then it succeeds
    And other scenarios judge the events
    And Bob's interaction is ALERTING
    When Bob sends conversation.answer
    Then it succeeds
    And other scenarios judge the events
    And Bob's interaction is STARTED

  @SWH-FAR-011 @SWH-REJECT-002 @SHOULD
  Scenario: A rejected call is offered to another agent
    Given Bob is ready
    And Alice has a call ringing in
    When Alice sends interaction.reject
    Then it succeeds
    And Alice sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Bob is offered a call from $caller

  @SWH-REJECT-006 @SWH-REJECT-002 @SHOULD
  Scenario: Dialling after rejecting a call
    Given Alice has a call ringing in
    When Alice sends interaction.reject
    Then it succeeds
    And Alice sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it succeeds
    And Alice is dialling $rings

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Rejecting <situation> is refused
    Given Alice has <situation>
    When Alice sends interaction.reject
    Then it is refused as invalid-state
    And no event follows
    @SWH-REJECT-003 @MUST
    Examples: Plainly impossible
      | situation     |
      | an ended call |
    @SWH-REJECT-004 @SHOULD
    Examples: Every other situation
      | situation          |
      | an answered call   |
      | a dialled call     |
      | a call             |
      | a held call        |
      | a muted call       |
      | a recorded call    |
      | a paused recording |
    @SWH-REJECT-004 @SHOULD
    Examples: With a consult call
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |
      | a conference             |

  @SWH-REJECT-004 @SWH-CODE-005 @SWH-MSG-010 @SWH-MSG-012 @SHOULD
  Scenario: After a refused reject the call can still be held
    Given Alice has an answered call
    When Alice sends interaction.reject
    Then it is refused as invalid-state
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |

  @SWH-TARGET-010 @SWH-REJECT-004 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario: Rejecting a completed call
    Given Alice has a completed call
    When Alice sends interaction.reject
    Then it is refused as unknown-target
    And no event follows
