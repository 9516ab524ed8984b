Feature: interaction.complete
  Marks the interaction complete: the agent has no more work with it, and the channel is free again.
  Stands in PROTOCOL.md, section 5, interaction.complete, with R5.

  @SWH-COMPLETE-001 @SWH-COMPLETE-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Completing an ended call, target in the <form> form
    Given Alice has an ended call
    And Alice writes targets in the <form> form
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-COMPLETE-001 @SWH-COMPLETE-002 @MUST
  Scenario: Completing with skipDisposition where the channel has no dispositions
    Given Alice has an ended call
    When Alice sends interaction.complete with {"skipDisposition":true}
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-005 @SWH-COMPLETE-002 @SHOULD
  Scenario: Completing with skipDisposition false is the same as leaving it out
    Given Alice has an ended call
    When Alice sends interaction.complete with {"skipDisposition":false}
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-004 @SWH-MSG-003 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario Outline: Completing <situation> while a conversation is up
    Given Alice has <situation>
    When Alice sends interaction.complete
    Then it is refused as invalid-state
    And no event follows
    Examples:
      | situation          |
      | a call ringing in  |
      | a dialled call     |
      | an answered call   |
      | a call             |
      | a held call        |
      | a muted call       |
      | a recorded call    |
      | a paused recording |
    Examples: With a consult call
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |
      | a conference             |

  @SWH-COMPLETE-004 @SWH-COMPLETE-002 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario: A call that could not be completed can be once it is released
    Given Alice has a call
    When Alice sends interaction.complete
    Then it is refused as invalid-state
    And no event follows
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-004 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario: Completing while only the consult conversation is left
    Given Alice has a consult
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                    | on           |
      | state.updated            | conversation |
      | conversation.disposed    | conversation |
      | interaction.focuschanged | interaction  |
    When Alice sends interaction.complete
    Then it is refused as invalid-state
    And no event follows

  @SWH-COMPLETE-003 @SWH-TARGET-010 @SWH-CODE-003 @SWH-MSG-010 @MUST
  Scenario: Completing a call that is completed already
    Given Alice has a completed call
    When Alice sends interaction.complete
    Then it is refused as unknown-target
    And no event follows

  @SWH-COMPLETE-006 @SWH-COMPLETE-007 @SWH-MSG-004 @MUST
  Scenario: The prompt where a disposition is required
    Given Alice has an ended call
    And Alice's channel has required dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":true,"dispositions":[{"id":"1","name":"Sale"},{"id":"2","name":"Call back"}]}
    And no event follows

  @SWH-COMPLETE-006 @SWH-COMPLETE-007 @SWH-MSG-004 @MUST
  Scenario: The prompt where a disposition is optional
    Given Alice has an ended call
    And Alice's channel has optional dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":false,"dispositions":[{"id":"1","name":"Sale"},{"id":"2","name":"Call back"}]}
    And no event follows

  @SWH-COMPLETE-005 @SWH-COMPLETE-007 @SHOULD
  Scenario: skipDisposition false leads to the prompt too
    Given Alice has an ended call
    And Alice's channel has optional dispositions:
      | id | name |
      | 1  | Sale |
    When Alice sends interaction.complete with {"skipDisposition":false}
    Then it must be confirmed with {"dispositionRequired":false,"dispositions":[{"id":"1","name":"Sale"}]}
    And no event follows

  @SWH-COMPLETE-008 @SWH-COMPLETE-002 @SWH-COMPLETE-007 @MUST
  Scenario: Choosing a required disposition after the prompt
    Given Alice has an ended call
    And Alice's channel has required dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":true}
    And no event follows
    When Alice sends interaction.complete with {"dispositionId":"2","notes":"Tomorrow at ten."}
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-008 @SWH-COMPLETE-002 @MUST
  Scenario: Choosing an optional disposition without waiting for the prompt
    Given Alice has an ended call
    And Alice's channel has optional dispositions:
      | id | name |
      | 1  | Sale |
    When Alice sends interaction.complete with {"dispositionId":"1","notes":"Two of them."}
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-009 @SWH-COMPLETE-002 @SWH-COMPLETE-007 @MUST
  Scenario: Skipping an optional disposition after the prompt
    Given Alice has an ended call
    And Alice's channel has optional dispositions:
      | id | name |
      | 1  | Sale |
    When Alice sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":false}
    And no event follows
    When Alice sends interaction.complete with {"skipDisposition":true}
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-010 @SWH-COMPLETE-002 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Skipping a required disposition
    Given Alice has an ended call
    And Alice's channel has required dispositions:
      | id | name |
      | 1  | Sale |
    When Alice sends interaction.complete with {"skipDisposition":true}
    Then it is refused as invalid-data
    And no event follows
    When Alice sends interaction.complete with {"dispositionId":"1","notes":""}
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-011 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Choosing a disposition that the channel does not have
    Given Alice has an ended call
    And Alice's channel has required dispositions:
      | id | name |
      | 1  | Sale |
    When Alice sends interaction.complete with {"dispositionId":"9","notes":"None of these."}
    Then it is refused as invalid-data
    And no event follows

  @SWH-COMPLETE-011 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Choosing a disposition where the channel has none
    Given Alice has an ended call
    When Alice sends interaction.complete with {"dispositionId":"1","notes":"None of these."}
    Then it is refused as invalid-data
    And no event follows

  @SWH-COMPLETE-012 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Skipping and choosing at once
    Given Alice has an ended call
    And Alice's channel has optional dispositions:
      | id | name |
      | 1  | Sale |
    When Alice sends interaction.complete with {"skipDisposition":true,"dispositionId":"1","notes":"Both."}
    Then it is refused as invalid-data
    And no event follows

  @SWH-COMPLETE-013 @SWH-COMPLETE-002 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Completing with the unusable choice <data>
    Given Alice has an ended call
    When Alice sends interaction.complete with <data>
    Then it is refused as invalid-data
    And no event follows
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    Examples:
      | data                              |
      | {"skipDisposition":"yes"}         |
      | {"dispositionId":1,"notes":"One"} |
      | {"dispositionId":"1","notes":1}   |
