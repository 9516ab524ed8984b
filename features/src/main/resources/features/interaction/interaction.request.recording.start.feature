Feature: interaction.request.recording.start
  Starts the recording of a call. Where it is underway already, that is a success too.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 5, interaction.request.recording.start.

  @SWH-RECSTART-001 @SWH-RECSTART-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Starting a recording, target in the <form> form
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-RECSTART-001 @SWH-RECSTART-002 @MUST
  Scenario Outline: Starting a recording during <situation>
    Given Alice has <situation>
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |
    Examples:
      | situation        |
      | an answered call |
      | a held call      |
      | a muted call     |
    Examples: With a consult call
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |
      | a conference             |

  @SWH-RECSTART-004 @SWH-RECSTART-005 @SWH-MSG-011 @MUST
  Scenario: Starting a recording that is underway
    Given Alice has a recorded call
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And no event follows

  @SWH-RECSTART-001 @SWH-RECSTART-006 @MUST
  Scenario: Starting a paused recording
    Given Alice has a paused recording
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Starting a recording of <situation> is refused
    Given Alice has <situation>
    When Alice sends interaction.request.recording.start
    Then it is refused as invalid-state
    And no event follows
    @SWH-RECSTART-003 @MUST
    Examples: Plainly impossible
      | situation     |
      | an ended call |
    @SWH-RECSTART-007 @SHOULD
    Examples: Not started yet
      | situation         |
      | a call ringing in |
      | a dialled call    |

  @SWH-RECSTART-007 @SWH-RECSTART-002 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: A call that could not be recorded while it rang can be once it is answered
    Given Alice has a dialled call
    When Alice sends interaction.request.recording.start
    Then it is refused as invalid-state
    And no event follows
    When the far end answers
    Then Alice sees:
      | event         | on           | state     | muted | recording |
      | state.updated | conversation | CONNECTED | false |           |
      | state.updated | interaction  | STARTED   |       | OFF       |
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |

  @SWH-RECSTART-003 @SWH-TARGET-010 @SWH-CODE-003 @SWH-MSG-010 @MUST
  Scenario: Starting a recording of a completed call
    Given Alice has a completed call
    When Alice sends interaction.request.recording.start
    Then it is refused as unknown-target
    And no event follows

  @SWH-RECSTART-008 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Starting a recording on a switch without recording
    Given Alice has a call
    And the switch does not support recording
    When Alice sends interaction.request.recording.start
    Then it is refused as unsupported
    And no event follows

  @SWH-RECSTART-009 @SWH-MSG-015 @SHOULD
  Scenario: Holding a recorded call leaves the recording on
    Given Bob is ready
    And Alice has a recorded call
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And no event follows
    When Alice sends interaction.request.recording.stop
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | OFF       |

  @SWH-RECSTART-009 @SWH-CONSULT-002 @SWH-AGENT-008 @SHOULD
  Scenario: Consulting an agent during a recorded call leaves the recording on
    Given Carol is ready
    And Bob is ready
    And Alice has a recorded call
    When Alice sends interaction.consult with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus   |
      | state.updated             | conversation | HELD      |         |
      | conversation.created      | consult      |           |         |
      | state.updated             | consult      | INITIATED |         |
      | conversation.member.added | consult      |           |         |
      | conversation.initialized  | consult      |           |         |
      | interaction.focuschanged  | interaction  |           | consult |
    And Bob sees:
      | event                     | on           | state    | recording |
      | channel.infochanged       | channel      |          |           |
      | state.updated             | channel      |          |           |
      | interaction.created       | interaction  |          |           |
      | state.updated             | interaction  | ALERTING | OFF       |
      | conversation.created      | conversation |          |           |
      | state.updated             | conversation | ALERTING |           |
      | conversation.member.added | conversation |          |           |
      | conversation.initialized  | conversation |          |           |
      | interaction.datachanged   | interaction  |          |           |
      | interaction.preview       | interaction  |          |           |
      | interaction.initialized   | interaction  |          |           |
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And no event follows
