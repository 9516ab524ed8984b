Feature: interaction.request.recording.pause
  Pauses the recording of a call. Not every platform can do that.
  Stands in PROTOCOL.md, section 5, interaction.request.recording.pause.

  @SWH-RECPAUSE-001 @SWH-RECPAUSE-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Pausing a recording, target in the <form> form
    Given Alice has a recorded call
    And Alice writes targets in the <form> form
    When Alice sends interaction.request.recording.pause
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | PAUSED    |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-RECPAUSE-004 @SWH-RECPAUSE-005 @SWH-MSG-011 @SHOULD
  Scenario: Pausing a paused recording
    Given Alice has a paused recording
    When Alice sends interaction.request.recording.pause
    Then it succeeds
    And no event follows

  @SWH-RECPAUSE-006 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario Outline: Pausing where nothing is recorded is refused: <situation>
    Given Alice has <situation>
    When Alice sends interaction.request.recording.pause
    Then it is refused as invalid-state
    And no event follows
    Examples:
      | situation         |
      | a call ringing in |
      | a dialled call    |
      | an answered call  |
      | a call            |
      | a held call       |
      | a muted call      |
      | an ended call     |
    Examples: With a consult call
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |
      | a conference             |

  @SWH-RECPAUSE-006 @SWH-RECSTART-002 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: After a refused pause the recording can still be started
    Given Alice has a call
    When Alice sends interaction.request.recording.pause
    Then it is refused as invalid-state
    And no event follows
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |

  @SWH-TARGET-010 @SWH-RECPAUSE-006 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario: Pausing a recording of a completed call
    Given Alice has a completed call
    When Alice sends interaction.request.recording.pause
    Then it is refused as unknown-target
    And no event follows

  @SWH-RECPAUSE-003 @SWH-MSG-003 @SWH-CODE-008 @SWH-MSG-010 @MUST
  Scenario: Pausing where the platform cannot pause
    Given Alice has a recorded call
    And the switch does not support recording.pause
    When Alice sends interaction.request.recording.pause
    Then it is refused as unsupported
    And no event follows
    When Alice sends interaction.request.recording.stop
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | OFF       |
