Feature: conversation.release
  Disconnects the agent from the call.
  Stands in PROTOCOL.md, section 5, conversation.release, with R4 and R5.

  @SWH-RELEASE-001 @SWH-RELEASE-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Releasing a connected call, target in the <form> form
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-RELEASE-011 @SWH-RELEASE-002 @SHOULD
  Scenario Outline: Releasing <situation>
    Given Alice has <situation>
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    Examples:
      | situation          |
      | a dialled call     |
      | an answered call   |
      | a held call        |
      | a muted call       |
      | a recorded call    |
      | a paused recording |

  @SWH-RELEASE-006 @SWH-RELEASE-002 @MUST
  Scenario: Leaving a conference
    Given Alice has a conference
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-RELEASE-009 @SWH-RELEASE-008 @SWH-STATE-006 @MUST
  Scenario: Rejecting an alerting call by releasing it
    Given Alice has a call ringing in
    When Alice sends conversation.release
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

  @SWH-RELEASE-007 @SWH-RELEASE-011 @SHOULD
  Scenario Outline: Releasing the consult conversation of <situation>
    Given Alice has <situation>
    When Alice sends conversation.release to the consult
    Then it succeeds
    And Alice sees:
      | event                    | on          | state | focus        |
      | state.updated            | consult     | NULL  |              |
      | conversation.disposed    | consult     |       |              |
      | interaction.focuschanged | interaction |       | conversation |
    Examples:
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |

  @SWH-RELEASE-007 @SWH-RELEASE-011 @SHOULD
  Scenario Outline: Releasing the original conversation of <situation>
    Given Alice has <situation>
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
    Examples:
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |

  @SWH-RELEASE-007 @SHOULD
  Scenario: The original conversation stays held when the consult one is released
    Given Alice has a consult
    When Alice sends conversation.release to the consult
    Then it succeeds
    And Alice sees:
      | event                    | on          | state | focus        |
      | state.updated            | consult     | NULL  |              |
      | conversation.disposed    | consult     |       |              |
      | interaction.focuschanged | interaction |       | conversation |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |

  @SWH-RELEASE-007 @SWH-STATE-009 @SHOULD
  Scenario: The remaining conversation can be released as the original one
    Given Alice has a consult
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-RELEASE-003 @SWH-CODE-003 @SWH-MSG-010 @MUST
  Scenario: Releasing a call that never existed
    Given Alice has a call
    When Alice sends conversation.release to "$interaction.nosuch"
    Then it is refused as unknown-target
    And no event follows

  @SWH-RELEASE-010 @SWH-TARGET-011 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario Outline: Releasing the ended conversation of <situation>
    Given Alice has <situation>
    When Alice sends conversation.release
    Then it is refused as unknown-target
    And no event follows
    Examples:
      | situation        |
      | an ended call    |
      | a completed call |

  @SWH-RELEASE-010 @SWH-TARGET-011 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario: Releasing the ended consult conversation of a conference
    Given Alice has a conference
    When Alice sends conversation.release to the consult
    Then it is refused as unknown-target
    And no event follows
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-RELEASE-004 @MUST
  Scenario: Releasing disconnects the other agent too
    Given Alice has a call with Bob
    When Alice sends conversation.release
    Then it succeeds
    And other scenarios judge the events
    And Bob's conversation is NULL
    When Bob sends conversation.hold
    Then it is refused
    And no event follows

  @SWH-RELEASE-005 @MUST
  Scenario: The rest of a conference stays connected
    Given Alice has a conference with Bob
    When Alice sends conversation.release
    Then it succeeds
    And other scenarios judge the events
    And Bob's conversation is CONNECTED
    When Bob sends conversation.hold
    Then it succeeds
    And other scenarios judge the events
    And Bob's conversation is HELD
