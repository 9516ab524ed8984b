Feature: interaction.request.recording.resume
  Resumes the recording of a call. Not every platform can do that.
  Stands in PROTOCOL.md, section 5, interaction.request.recording.resume.

  @SWH-RECRESUME-001 @SWH-RECRESUME-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Resuming a recording, target in the <form> form
    Given Alice has a paused recording
    And Alice writes targets in the <form> form
    When Alice sends interaction.request.recording.resume
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-RECRESUME-004 @SWH-RECRESUME-005 @SWH-MSG-011 @SHOULD
  Scenario: Resuming a recording that runs
    Given Alice has a recorded call
    When Alice sends interaction.request.recording.resume
    Then it succeeds
    And no event follows

  @SWH-RECRESUME-006 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario Outline: Resuming where nothing is recorded is refused: <situation>
    Given Alice has <situation>
    When Alice sends interaction.request.recording.resume
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

  @SWH-RECRESUME-006 @SWH-RECSTART-002 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: After a refused resume the recording can still be started
    Given Alice has a call
    When Alice sends interaction.request.recording.resume
    Then it is refused as invalid-state
    And no event follows
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |

  @SWH-TARGET-010 @SWH-RECRESUME-006 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario: Resuming a recording of a completed call
    Given Alice has a completed call
    When Alice sends interaction.request.recording.resume
    Then it is refused as unknown-target
    And no event follows

  @SWH-RECRESUME-003 @SWH-MSG-003 @SWH-CODE-008 @SWH-MSG-010 @MUST
  Scenario: Resuming where the platform cannot resume
    Given Alice has a recorded call
    And the switch does not support recording.pause
    When Alice sends interaction.request.recording.resume
    Then it is refused as unsupported
    And no event follows
    When Alice sends interaction.request.recording.stop
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | OFF       |
