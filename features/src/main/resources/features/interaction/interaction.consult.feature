Feature: interaction.consult
  Places the current call on hold and dials a second party under the same interaction.
  Stands in PROTOCOL.md, section 5, interaction.consult, with R2.

  @SWH-CONSULT-001 @SWH-CONSULT-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Consulting a party that rings, target in the <form> form
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends interaction.consult with {"destination":"$ringsToo"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus   | member    |
      | state.updated             | conversation | HELD      | false |         |           |
      | conversation.created      | consult      |           |       |         |           |
      | state.updated             | consult      | INITIATED | false |         |           |
      | conversation.member.added | consult      |           |       |         | $ringsToo |
      | conversation.initialized  | consult      |           |       |         |           |
      | interaction.focuschanged  | interaction  |           |       | consult |           |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-CONSULT-001 @SWH-CONSULT-008 @MUST
  Scenario: Consulting a party that answers at once
    Given Alice has a call
    When Alice sends interaction.consult with {"destination":"$expert"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus   | member  |
      | state.updated             | conversation | HELD      | false |         |         |
      | conversation.created      | consult      |           |       |         |         |
      | state.updated             | consult      | INITIATED | false |         |         |
      | conversation.member.added | consult      |           |       |         | $expert |
      | conversation.initialized  | consult      |           |       |         |         |
      | interaction.focuschanged  | interaction  |           |       | consult |         |
      | state.updated             | consult      | CONNECTED | false |         |         |

  @SWH-CONSULT-001 @SWH-CONSULT-002 @MUST
  Scenario Outline: Consulting during <situation>
    Given Alice has <situation>
    When Alice sends interaction.consult with {"destination":"$ringsToo"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted   | focus   | member    |
      | state.updated             | conversation | HELD      | <muted> |         |           |
      | conversation.created      | consult      |           |         |         |           |
      | state.updated             | consult      | INITIATED | false   |         |           |
      | conversation.member.added | consult      |           |         |         | $ringsToo |
      | conversation.initialized  | consult      |           |         |         |           |
      | interaction.focuschanged  | interaction  |           |         | consult |           |
    Examples:
      | situation          | muted |
      | an answered call   | false |
      | a muted call       | true  |
      | a recorded call    | false |
      | a paused recording | false |

  @SWH-CONSULT-011 @SWH-CONSULT-002 @SHOULD
  Scenario: Consulting during a conference
    Given Alice has a conference
    When Alice sends interaction.consult with {"destination":"$ringsToo"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus   | member    |
      | state.updated             | conversation | HELD      | false |         |           |
      | conversation.created      | consult      |           |       |         |           |
      | state.updated             | consult      | INITIATED | false |         |           |
      | conversation.member.added | consult      |           |       |         | $ringsToo |
      | conversation.initialized  | consult      |           |       |         |           |
      | interaction.focuschanged  | interaction  |           |       | consult |           |

  @SWH-CONSULT-001 @SWH-CONSULT-007 @MUST
  Scenario: Consulting while the original conversation is held already
    Given Alice has a held call
    When Alice sends interaction.consult with {"destination":"$ringsToo"}
    Then it succeeds
    And Alice sees:
      | event                     | on          | state     | muted | focus   | member    |
      | conversation.created      | consult     |           |       |         |           |
      | state.updated             | consult     | INITIATED | false |         |           |
      | conversation.member.added | consult     |           |       |         | $ringsToo |
      | conversation.initialized  | consult     |           |       |         |           |
      | interaction.focuschanged  | interaction |           |       | consult |           |

  @SWH-CONSULT-009 @SHOULD
  Scenario Outline: Consulting a party that <what>
    Given Alice has a call
    When Alice sends interaction.consult with {"destination":"<number>"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus        | member   |
      | state.updated             | conversation | HELD      | false |              |          |
      | conversation.created      | consult      |           |       |              |          |
      | state.updated             | consult      | INITIATED | false |              |          |
      | conversation.member.added | consult      |           |       |              | <number> |
      | conversation.initialized  | consult      |           |       |              |          |
      | interaction.focuschanged  | interaction  |           |       | consult      |          |
      | state.updated             | consult      | FAILED    |       |              |          |
      | conversation.disposed     | consult      |           |       |              |          |
      | interaction.focuschanged  | interaction  |           |       | conversation |          |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |
    Examples:
      | what    | number   |
      | is busy | $busy    |
      | refuses | $refuses |

  @SWH-CONSULT-009 @SWH-NUM-006 @SHOULD
  Scenario: Consulting a party that does not answer
    Given Alice has a call
    When Alice sends interaction.consult with {"destination":"$noAnswer"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus   | member    |
      | state.updated             | conversation | HELD      | false |         |           |
      | conversation.created      | consult      |           |       |         |           |
      | state.updated             | consult      | INITIATED | false |         |           |
      | conversation.member.added | consult      |           |       |         | $noAnswer |
      | conversation.initialized  | consult      |           |       |         |           |
      | interaction.focuschanged  | interaction  |           |       | consult |           |
    When 20 seconds pass
    Then Alice sees:
      | event                    | on          | state  | focus        |
      | state.updated            | consult     | FAILED |              |
      | conversation.disposed    | consult     |        |              |
      | interaction.focuschanged | interaction |        | conversation |

  @SWH-CONSULT-003 @SWH-MSG-003 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario Outline: Consulting during <situation> is refused
    Given Alice has <situation>
    When Alice sends interaction.consult with {"destination":"$expert"}
    Then it is refused as invalid-state
    And no event follows
    Examples:
      | situation         |
      | a call ringing in |
      | a dialled call    |
      | an ended call     |

  @SWH-CONSULT-005 @SWH-STATE-008 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario Outline: Consulting during <situation> is refused because a consult exists
    Given Alice has <situation>
    When Alice sends interaction.consult with {"destination":"$third"}
    Then it is refused as invalid-state
    And no event follows
    Examples:
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |

  @SWH-CONSULT-004 @SWH-CONSULT-006 @SWH-CODE-006 @MUST
  Scenario Outline: Consulting a number that does not exist during <situation> leaves the call as it was
    Given Alice has <situation>
    When Alice sends interaction.consult with {"destination":"$invalid"}
    Then it is refused as invalid-destination
    And no event follows
    When Alice sends <command>
    Then it succeeds
    And Alice sees:
      | event         | on           | state   | muted |
      | state.updated | conversation | <state> | false |
    Examples:
      | situation   | command               | state     |
      | a call      | conversation.hold     | HELD      |
      | a held call | conversation.retrieve | CONNECTED |

  @SWH-CONSULT-010 @SWH-CONSULT-006 @SWH-CODE-004 @SHOULD
  Scenario Outline: Consulting with unusable data <data>
    Given Alice has a call
    When Alice sends interaction.consult with <data>
    Then it is refused as invalid-data
    And no event follows
    Examples:
      | data                    |
      | {}                      |
      | {"destination":""}      |
      | {"destination":5550101} |
      | {"destination":null}    |

  @SWH-TARGET-010 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario: Consulting on a completed call
    Given Alice has a completed call
    When Alice sends interaction.consult with {"destination":"$expert"}
    Then it is refused as unknown-target
    And no event follows

  @SWH-CONSULT-011 @SWH-CONSULT-007 @SWH-RELEASE-007 @SHOULD
  Scenario: A new consult after the former one was released
    Given Alice has a consult
    When Alice sends conversation.release to the consult
    Then it succeeds
    And Alice sees:
      | event                    | on          | state | focus        |
      | state.updated            | consult     | NULL  |              |
      | conversation.disposed    | consult     |       |              |
      | interaction.focuschanged | interaction |       | conversation |
    When Alice sends interaction.consult with {"destination":"$ringsToo"}
    Then it succeeds
    And Alice sees:
      | event                     | on          | state     | muted | focus   | member    |
      | conversation.created      | consult     |           |       |         |           |
      | state.updated             | consult     | INITIATED | false |         |           |
      | conversation.member.added | consult     |           |       |         | $ringsToo |
      | conversation.initialized  | consult     |           |       |         |           |
      | interaction.focuschanged  | interaction |           |       | consult |           |

  @SWH-CONSULT-011 @SWH-STATE-009 @SWH-CONSULT-002 @SHOULD
  Scenario: A new consult after the original conversation has left
    Given Alice has a consult
    When the far end hangs up
    Then Alice sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
    When Alice sends interaction.consult with {"destination":"$ringsToo"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus   | member    |
      | state.updated             | conversation | HELD      | false |         |           |
      | conversation.created      | consult      |           |       |         |           |
      | state.updated             | consult      | INITIATED | false |         |           |
      | conversation.member.added | consult      |           |       |         | $ringsToo |
      | conversation.initialized  | consult      |           |       |         |           |
      | interaction.focuschanged  | interaction  |           |       | consult |           |

  @SWH-CONSULT-012 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Consulting on a switch without consult calls
    Given Alice has a call
    And the switch does not support consult
    When Alice sends interaction.consult with {"destination":"$expert"}
    Then it is refused as unsupported
    And no event follows
