Feature: interaction.request.recording.stop
  Stops the recording of a call. Where nothing is recorded, that is a success too.
  Stands in PROTOCOL.md, section 5, interaction.request.recording.stop.

  @SWH-RECSTOP-001 @SWH-TARGET-001
  Scenario Outline: Stopping a recording, target in the <form> form
    Given Alice has a recorded call
    And Alice writes targets in the <form> form
    When Alice sends interaction.request.recording.stop
    Then it succeeds
    And Alice sees:
      | event         | on          |
      | state.updated | interaction |
    @SWH-RECSTOP-002 @MUST
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-RECSTOP-001 @SWH-RECSTOP-006 @MUST
  Scenario Outline: A recording is off after it was stopped from <situation>
    Given Alice has <situation>
    When Alice sends interaction.request.recording.stop
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | OFF       |
    Examples:
      | situation          |
      | a recorded call    |
      | a paused recording |

  @SWH-RECSTOP-005 @SWH-MSG-011
  Scenario Outline: Stopping where nothing is recorded: <situation>
    Given Alice has <situation>
    When Alice sends interaction.request.recording.stop
    Then it succeeds
    And no event follows
    @SWH-RECSTOP-009 @SHOULD
    Examples: Not started, or over
      | situation         |
      | a call ringing in |
      | a dialled call    |
      | an ended call     |
    @SWH-RECSTOP-004 @MUST
    Examples: Started
      | situation        |
      | an answered call |
      | a call           |
      | a held call      |
      | a muted call     |
    @SWH-RECSTOP-004 @MUST
    Examples: With a consult call
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |
      | a conference             |

  @SWH-RECSTOP-008 @SWH-RECSTOP-005 @SWH-RECSTOP-009 @SHOULD
  Scenario Outline: The recording has gone off with the end of the call, from <situation>
    Given Alice has <situation>
    When the far end hangs up
    Then Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Alice sends interaction.request.recording.stop
    Then it succeeds
    And no event follows
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  | recording |
      | state.updated        | interaction | COMPLETED |       | OFF       |
      | interaction.disposed | interaction |           |       |           |
      | channel.infochanged  | channel     |           |       |           |
      | state.updated        | channel     | ACTIVE    | false |           |
    Examples:
      | situation          |
      | a recorded call    |
      | a paused recording |

  @SWH-RECSTOP-003 @SWH-TARGET-010 @SWH-CODE-003 @SWH-MSG-010 @MUST
  Scenario: Stopping a recording of a completed call
    Given Alice has a completed call
    When Alice sends interaction.request.recording.stop
    Then it is refused as unknown-target
    And no event follows

  @SWH-RECSTOP-007 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Stopping a recording on a switch without recording
    Given Alice has a call
    And the switch does not support recording
    When Alice sends interaction.request.recording.stop
    Then it is refused as unsupported
    And no event follows
