Feature: interaction.alternate
  Places the talking party on hold and retrieves the held one.
  Stands in PROTOCOL.md, section 5, interaction.alternate.

  @SWH-ALTERNATE-001 @SWH-ALTERNATE-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Alternating to the original party, target in the <form> form
    Given Alice has a consult
    And Alice writes targets in the <form> form
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | muted | focus        |
      | state.updated            | consult      | HELD      | false |              |
      | state.updated            | conversation | CONNECTED | false |              |
      | interaction.focuschanged | interaction  |           |       | conversation |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-ALTERNATE-001 @SWH-ALTERNATE-002 @MUST
  Scenario: Alternating back to the consulted party
    Given Alice has an alternated consult
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | muted | focus   |
      | state.updated            | conversation | HELD      | false |         |
      | state.updated            | consult      | CONNECTED | false |         |
      | interaction.focuschanged | interaction  |           |       | consult |

  @SWH-ALTERNATE-003 @SWH-MSG-003 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario Outline: Alternating during <situation> is refused
    Given Alice has <situation>
    When Alice sends interaction.alternate
    Then it is refused as invalid-state
    And no event follows
    Examples: No consult call is connected
      | situation         |
      | a call ringing in |
      | a dialled call    |
      | an answered call  |
      | a call            |
      | a held call       |
      | a muted call      |
      | a recorded call   |
      | an ended call     |
      | a consult ringing |
      | a conference      |

  @SWH-ALTERNATE-004 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: Alternating while both conversations are held
    Given Alice has a consult with both held
    When Alice sends interaction.alternate
    Then it is refused as invalid-state
    And no event follows
    When Alice sends conversation.retrieve to the consult
    Then it succeeds
    And Alice sees:
      | event         | on      | state     | muted |
      | state.updated | consult | CONNECTED | false |

  @SWH-TARGET-010 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario: Alternating on a completed call
    Given Alice has a completed call
    When Alice sends interaction.alternate
    Then it is refused as unknown-target
    And no event follows

  @SWH-ALTERNATE-005 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Alternating on a switch without consult calls
    Given Alice has a call
    And the switch does not support consult
    When Alice sends interaction.alternate
    Then it is refused as unsupported
    And no event follows
