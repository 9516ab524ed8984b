Feature: conversation.answer
  Answers an inbound call and assigns its interaction to the agent.
  Stands in PROTOCOL.md, section 5, conversation.answer.

  @SWH-ANSWER-001 @SWH-ANSWER-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Answering an alerting call, target in the <form> form
    Given Alice has a call ringing in
    And Alice writes targets in the <form> form
    When Alice sends conversation.answer
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted | recording |
      | state.updated | conversation | CONNECTED | false |           |
      | state.updated | interaction  | STARTED   |       | OFF       |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-ANSWER-005 @MUST
  Scenario: An answered call is assigned and waits for the agent after the caller has left
    Given Alice has an answered call
    When the far end hangs up
    Then other scenarios judge the events
    When Alice sends interaction.complete
    Then it succeeds
    And other scenarios judge the events
    And Alice's interaction is COMPLETED

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Answering the <object> of <situation> is refused
    Given Alice has <situation>
    When Alice sends conversation.answer to the <object>
    Then it is refused as invalid-state
    And no event follows
    @SWH-ANSWER-003 @MUST
    Examples: Plainly impossible
      | situation        | object       |
      | an answered call | conversation |
    @SWH-ANSWER-004 @SHOULD
    Examples: Every other situation
      | situation                | object       |
      | a dialled call           | conversation |
      | a call                   | conversation |
      | a held call              | conversation |
      | a muted call             | conversation |
      | a recorded call          | conversation |
      | a consult ringing        | conversation |
      | a consult ringing        | consult      |
      | a consult                | conversation |
      | a consult                | consult      |
      | an alternated consult    | conversation |
      | an alternated consult    | consult      |
      | a consult with both held | conversation |
      | a consult with both held | consult      |
      | a conference             | conversation |

  @SWH-ANSWER-004 @SWH-CODE-005 @SWH-MSG-010 @SWH-MSG-012 @SHOULD
  Scenario: After a refused answer the call can still be held
    Given Alice has an answered call
    When Alice sends conversation.answer
    Then it is refused as invalid-state
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
