Feature: conversation.request.unmute
  Unmutes the conversation: the other party hears the agent again.
  Stands in PROTOCOL.md, section 5, conversation.request.unmute.

  @SWH-UNMUTE-001 @SWH-TARGET-001
  Scenario Outline: Unmuting a muted call, target in the <form> form
    Given Alice has a muted call
    And Alice writes targets in the <form> form
    When Alice sends conversation.request.unmute
    Then it succeeds
    And Alice sees:
      | event         | on           |
      | state.updated | conversation |
    @SWH-UNMUTE-002 @MUST
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-UNMUTE-001 @SWH-UNMUTE-007 @MUST
  Scenario: An unmuted call is connected and not muted
    Given Alice has a muted call
    When Alice sends conversation.request.unmute
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |

  @SWH-UNMUTE-005 @SWH-UNMUTE-006 @SWH-MSG-011 @SHOULD
  Scenario Outline: Unmuting the <object> of <situation>, which is not muted
    Given Alice has <situation>
    When Alice sends conversation.request.unmute to the <object>
    Then it succeeds
    And no event follows
    Examples:
      | situation             | object       |
      | an answered call      | conversation |
      | a call                | conversation |
      | a recorded call       | conversation |
      | a consult             | consult      |
      | an alternated consult | conversation |
      | a conference          | conversation |

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Unmuting the <object> of <situation> is refused
    Given Alice has <situation>
    When Alice sends conversation.request.unmute to the <object>
    Then it is refused as invalid-state
    And no event follows
    @SWH-UNMUTE-003 @MUST
    Examples: Plainly impossible
      | situation         | object       |
      | a call ringing in | conversation |
    @SWH-UNMUTE-004 @SHOULD
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

  @SWH-UNMUTE-004 @SWH-MUTE-007 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: A muted call cannot be unmuted while it is held, and stays muted
    Given Alice has a muted call
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | true  |
    When Alice sends conversation.request.unmute
    Then it is refused as invalid-state
    And no event follows
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | true  |
