Feature: conversation.request.mute
  Places the conversation on mute: the other party does not hear the agent any more.
  Stands in PROTOCOL.md, section 5, conversation.request.mute.

  @SWH-MUTE-001 @SWH-MUTE-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Muting a connected call, target in the <form> form
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends conversation.request.mute
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | true  |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-MUTE-001 @SWH-MUTE-002 @MUST
  Scenario Outline: Muting the <object> of <situation>
    Given Alice has <situation>
    When Alice sends conversation.request.mute to the <object>
    Then it succeeds
    And Alice sees:
      | event         | on       | state     | muted |
      | state.updated | <object> | CONNECTED | true  |
    Examples:
      | situation             | object       |
      | an answered call      | conversation |
      | a recorded call       | conversation |
      | a consult             | consult      |
      | an alternated consult | conversation |
      | a conference          | conversation |

  @SWH-MUTE-005 @SWH-MUTE-006 @SWH-MSG-011 @SHOULD
  Scenario: Muting a muted call
    Given Alice has a muted call
    When Alice sends conversation.request.mute
    Then it succeeds
    And no event follows

  @SWH-MUTE-007 @SHOULD
  Scenario: A muted call stays muted across hold
    Given Alice has a muted call
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | true  |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | true  |
    When Alice sends conversation.request.unmute
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |

  @SWH-MUTE-007 @SHOULD
  Scenario: A muted consult stays muted while the parties are alternated
    Given Alice has a consult
    When Alice sends conversation.request.mute to the consult
    Then it succeeds
    And Alice sees:
      | event         | on      | state     | muted |
      | state.updated | consult | CONNECTED | true  |
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | muted | focus        |
      | state.updated            | consult      | HELD      | true  |              |
      | state.updated            | conversation | CONNECTED | false |              |
      | interaction.focuschanged | interaction  |           |       | conversation |
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | muted | focus   |
      | state.updated            | conversation | HELD      | false |         |
      | state.updated            | consult      | CONNECTED | true  |         |
      | interaction.focuschanged | interaction  |           |       | consult |

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Muting the <object> of <situation> is refused
    Given Alice has <situation>
    When Alice sends conversation.request.mute to the <object>
    Then it is refused as invalid-state
    And no event follows
    @SWH-MUTE-003 @MUST
    Examples: Plainly impossible
      | situation         | object       |
      | a call ringing in | conversation |
    @SWH-MUTE-004 @SHOULD
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

  @SWH-MUTE-004 @SWH-CODE-005 @SWH-MSG-010 @SWH-MSG-012 @SHOULD
  Scenario: A refused mute does not take effect later
    Given Alice has a held call
    When Alice sends conversation.request.mute
    Then it is refused as invalid-state
    And no event follows
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |
