Feature: conversation.retrieve
  Retrieves the conversation from hold.
  Stands in PROTOCOL.md, section 5, conversation.retrieve.

  @SWH-RETRIEVE-001 @SWH-RETRIEVE-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Retrieving a held call, target in the <form> form
    Given Alice has a held call
    And Alice writes targets in the <form> form
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-RETRIEVE-006 @SWH-RETRIEVE-002 @SHOULD
  Scenario Outline: Retrieving the <object> while both are held
    Given Alice has a consult with both held
    When Alice sends conversation.retrieve to the <object>
    Then it succeeds
    And Alice sees:
      | event         | on       | state     | muted |
      | state.updated | <object> | CONNECTED | false |
    Examples:
      | object       |
      | conversation |
      | consult      |

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Retrieving the <object> of <situation> is refused
    Given Alice has <situation>
    When Alice sends conversation.retrieve to the <object>
    Then it is refused as invalid-state
    And no event follows
    @SWH-RETRIEVE-003 @MUST
    Examples: Plainly impossible
      | situation         | object       |
      | a call ringing in | conversation |
    @SWH-RETRIEVE-004 @SHOULD
    Examples: Not held
      | situation             | object       |
      | a dialled call        | conversation |
      | an answered call      | conversation |
      | a call                | conversation |
      | a muted call          | conversation |
      | a recorded call       | conversation |
      | a consult ringing     | consult      |
      | a consult             | consult      |
      | an alternated consult | conversation |
      | a conference          | conversation |
    @SWH-RETRIEVE-005 @SHOULD
    Examples: The other conversation is up and not held
      | situation             | object       |
      | a consult ringing     | conversation |
      | a consult             | conversation |
      | an alternated consult | consult      |

  @SWH-RETRIEVE-005 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: After a refused retrieve the talking party can be held, and then the other one retrieved
    Given Alice has a consult
    When Alice sends conversation.retrieve
    Then it is refused as invalid-state
    And no event follows
    When Alice sends conversation.hold to the consult
    Then it succeeds
    And Alice sees:
      | event         | on      | state | muted |
      | state.updated | consult | HELD  | false |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |

  @SWH-RETRIEVE-004 @SWH-CODE-005 @SWH-MSG-010 @SWH-MSG-012 @SHOULD
  Scenario: After a refused retrieve the call can still be held
    Given Alice has a call
    When Alice sends conversation.retrieve
    Then it is refused as invalid-state
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
