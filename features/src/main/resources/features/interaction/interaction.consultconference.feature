Feature: interaction.consultconference
  Brings the consulted party into the original call: all talk together.
  Stands in PROTOCOL.md, section 5, interaction.consultconference.

  @SWH-CONFERENCE-001 @SWH-CONFERENCE-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Conferencing the consulted party, target in the <form> form
    Given Alice has a consult
    And Alice writes targets in the <form> form
    When Alice sends interaction.consultconference
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus        | member  |
      | state.updated             | consult      | NULL      |       |              |         |
      | conversation.disposed     | consult      |           |       |              |         |
      | interaction.focuschanged  | interaction  |           |       | conversation |         |
      | conversation.member.added | conversation |           |       |              | $expert |
      | state.updated             | conversation | CONNECTED | false |              |         |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-CONFERENCE-004 @SWH-CONFERENCE-002 @SHOULD
  Scenario Outline: Conferencing from <situation>
    Given Alice has <situation>
    When Alice sends interaction.consultconference
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus        | member  |
      | state.updated             | consult      | NULL      |       |              |         |
      | conversation.disposed     | consult      |           |       |              |         |
      | interaction.focuschanged  | interaction  |           |       | conversation |         |
      | conversation.member.added | conversation |           |       |              | $expert |
      | state.updated             | conversation | CONNECTED | false |              |         |
    Examples:
      | situation                |
      | an alternated consult    |
      | a consult with both held |

  @SWH-CONFERENCE-003 @SWH-MSG-003 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario Outline: Conferencing during <situation> is refused
    Given Alice has <situation>
    When Alice sends interaction.consultconference
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

  @SWH-TARGET-010 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario: Conferencing on a completed call
    Given Alice has a completed call
    When Alice sends interaction.consultconference
    Then it is refused as unknown-target
    And no event follows

  @SWH-CONFERENCE-005 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Conferencing the consulted party on a switch without conferences
    Given Alice has a consult
    And the switch does not support conference
    When Alice sends interaction.consultconference
    Then it is refused as unsupported
    And no event follows
