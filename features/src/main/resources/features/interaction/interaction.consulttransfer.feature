Feature: interaction.consulttransfer
  Connects the original party with the consulted one and takes the agent out of both conversations.
  Stands in PROTOCOL.md, section 5, interaction.consulttransfer, with R4 twice.

  @SWH-TRANSFER-001 @SWH-TRANSFER-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Transferring to the consulted party, target in the <form> form
    Given Alice has a consult
    And Alice writes targets in the <form> form
    When Alice sends interaction.consulttransfer
    Then it succeeds
    And Alice sees:
      | event                    | on           |
      | state.updated            | conversation |
      | conversation.disposed    | conversation |
      | interaction.focuschanged | interaction  |
      | state.updated            | consult      |
      | conversation.disposed    | consult      |
      | interaction.ended        | interaction  |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-TRANSFER-005 @SWH-TRANSFER-004 @SHOULD
  Scenario Outline: Transferring from <situation>
    Given Alice has <situation>
    When Alice sends interaction.consulttransfer
    Then it succeeds
    And Alice sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
      | state.updated            | consult      | NULL  |         |
      | conversation.disposed    | consult      |       |         |
      | interaction.ended        | interaction  |       |         |
    Examples:
      | situation                |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |

  @SWH-TRANSFER-006 @SWH-STATE-007 @SHOULD
  Scenario: Completing the call after the transfer
    Given Alice has a consult
    When Alice sends interaction.consulttransfer
    Then it succeeds
    And Alice sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
      | state.updated            | consult      | NULL  |         |
      | conversation.disposed    | consult      |       |         |
      | interaction.ended        | interaction  |       |         |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-TRANSFER-003 @SWH-MSG-003 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario Outline: Transferring during <situation> is refused
    Given Alice has <situation>
    When Alice sends interaction.consulttransfer
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

  @SWH-TRANSFER-003 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario: A transfer that was too early can be repeated once the consulted party has answered
    Given Alice has a consult ringing
    When Alice sends interaction.consulttransfer
    Then it is refused as invalid-state
    And no event follows
    When the consulted party answers
    Then Alice sees:
      | event         | on      |
      | state.updated | consult |
    When Alice sends interaction.consulttransfer
    Then it succeeds
    And Alice sees:
      | event                    | on           |
      | state.updated            | conversation |
      | conversation.disposed    | conversation |
      | interaction.focuschanged | interaction  |
      | state.updated            | consult      |
      | conversation.disposed    | consult      |
      | interaction.ended        | interaction  |

  @SWH-TARGET-010 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario: Transferring a completed call
    Given Alice has a completed call
    When Alice sends interaction.consulttransfer
    Then it is refused as unknown-target
    And no event follows

  @SWH-TRANSFER-007 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Transferring to the consulted party on a switch without consult calls
    Given Alice has a call
    And the switch does not support consult
    When Alice sends interaction.consulttransfer
    Then it is refused as unsupported
    And no event follows
