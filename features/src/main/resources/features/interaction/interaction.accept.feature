Feature: interaction.accept
  Accepts an alerting interaction and assigns it to the agent. For a call, conversation.answer is preferred.
  Stands in PROTOCOL.md, section 5, interaction.accept.

  @SWH-ACCEPT-001 @SWH-ACCEPT-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Accepting an alerting call, target in the <form> form
    Given Alice has a call ringing in
    And Alice writes targets in the <form> form
    When Alice sends interaction.accept
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted | recording |
      | state.updated | interaction  | STARTED   |       | OFF       |
      | state.updated | conversation | CONNECTED | false |           |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-ACCEPT-006 @MUST
  Scenario: An accepted call waits for the agent after the caller has left
    Given Alice has a call ringing in
    When Alice sends interaction.accept
    Then it succeeds
    And other scenarios judge the events
    When the far end hangs up
    Then other scenarios judge the events
    When Alice sends interaction.complete
    Then it succeeds
    And other scenarios judge the events
    And Alice's interaction is COMPLETED

  @SWH-ACCEPT-005 @SWH-ACCEPT-002 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: Accepting a call that was accepted already
    Given Alice has a call ringing in
    When Alice sends interaction.accept
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted | recording |
      | state.updated | interaction  | STARTED   |       | OFF       |
      | state.updated | conversation | CONNECTED | false |           |
    When Alice sends interaction.accept
    Then it is refused as invalid-state
    And no event follows

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Accepting <situation> is refused
    Given Alice has <situation>
    When Alice sends interaction.accept
    Then it is refused as invalid-state
    And no event follows
    @SWH-ACCEPT-003 @MUST
    Examples: Plainly impossible
      | situation     |
      | an ended call |
    @SWH-ACCEPT-004 @SHOULD
    Examples: Every other situation
      | situation          |
      | an answered call   |
      | a dialled call     |
      | a call             |
      | a held call        |
      | a muted call       |
      | a recorded call    |
      | a paused recording |
    @SWH-ACCEPT-004 @SHOULD
    Examples: With a consult call
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |
      | a conference             |

  @SWH-TARGET-010 @SWH-ACCEPT-004 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario: Accepting a completed call
    Given Alice has a completed call
    When Alice sends interaction.accept
    Then it is refused as unknown-target
    And no event follows
