Feature: conversation.hold
  Places the conversation on hold.
  Stands in PROTOCOL.md, section 5, conversation.hold.

  @SWH-HOLD-001 @SWH-HOLD-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Holding a connected call, target in the <form> form
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-HOLD-001 @SWH-HOLD-002 @MUST
  Scenario Outline: Holding <situation>
    Given Alice has <situation>
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted   |
      | state.updated | conversation | HELD  | <muted> |
    Examples:
      | situation        | muted |
      | an answered call | false |
      | a muted call     | true  |
      | a recorded call  | false |

  @SWH-HOLD-005 @SWH-HOLD-002 @SHOULD
  Scenario Outline: Holding the <object> of <situation>
    Given Alice has <situation>
    When Alice sends conversation.hold to the <object>
    Then it succeeds
    And Alice sees:
      | event         | on       | state | muted |
      | state.updated | <object> | HELD  | false |
    Examples:
      | situation             | object       |
      | a consult             | consult      |
      | an alternated consult | conversation |
      | a conference          | conversation |

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Holding the <object> of <situation> is refused
    Given Alice has <situation>
    When Alice sends conversation.hold to the <object>
    Then it is refused as invalid-state
    And no event follows
    @SWH-HOLD-003 @MUST
    Examples: Plainly impossible
      | situation         | object       |
      | a call ringing in | conversation |
    @SWH-HOLD-004 @SHOULD
    Examples: Every other situation
      | situation                | object       |
      | a dialled call           | conversation |
      | a held call              | conversation |
      | a consult ringing        | conversation |
      | a consult ringing        | consult      |
      | a consult                | conversation |
      | an alternated consult    | consult      |
      | a consult with both held | conversation |
      | a consult with both held | consult      |

  @SWH-HOLD-004 @SWH-CODE-005 @SWH-MSG-010 @SWH-MSG-012 @SHOULD
  Scenario: After a refused hold the call can still be retrieved
    Given Alice has a held call
    When Alice sends conversation.hold
    Then it is refused as invalid-state
    And no event follows
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |
