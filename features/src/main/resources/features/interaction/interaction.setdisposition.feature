Feature: interaction.setdisposition
  Adds or modifies the disposition of an interaction.
  Stands in PROTOCOL.md, section 5, interaction.setdisposition.

  @SWH-DISPO-001 @SWH-DISPO-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Setting the disposition, target in the <form> form
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends interaction.setdisposition with {"disposition":"sale"}
    Then it succeeds
    And no event follows
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-DISPO-001 @SWH-DISPO-002 @MUST
  Scenario: Changing the disposition
    Given Alice has a call
    When Alice sends interaction.setdisposition with {"disposition":"sale"}
    Then it succeeds
    And no event follows
    When Alice sends interaction.setdisposition with {"disposition":"call back"}
    Then it succeeds
    And no event follows

  @SWH-DISPO-005 @SWH-DISPO-002 @MUST
  Scenario Outline: Setting the disposition of <situation>
    Given Alice has <situation>
    When Alice sends interaction.setdisposition with {"disposition":"sale"}
    Then it succeeds
    And no event follows
    Examples:
      | situation         |
      | a call ringing in |
      | a dialled call    |
      | an answered call  |
      | a held call       |
      | a muted call      |
      | a recorded call   |
      | an ended call     |
    Examples: With a consult call
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |
      | a conference             |

  @SWH-DISPO-003 @SWH-TARGET-010 @SWH-CODE-003 @SWH-MSG-010 @MUST
  Scenario: Setting the disposition of a completed call
    Given Alice has a completed call
    When Alice sends interaction.setdisposition with {"disposition":"sale"}
    Then it is refused as unknown-target
    And no event follows

  @SWH-DISPO-004 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Setting the unusable disposition <data>
    Given Alice has a call
    When Alice sends interaction.setdisposition with <data>
    Then it is refused as invalid-data
    And no event follows
    Examples:
      | data                     |
      | {}                       |
      | {"disposition":7}        |
      | {"disposition":null}     |
      | {"disposition":["sale"]} |
