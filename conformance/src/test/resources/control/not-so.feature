Feature: Steering the switch in vain
  None of it is so. Each scenario is called what the kit must say.

  @SWH-RECSTART-010 @SHOULD
  Scenario: the recording of Alice's call is ON, expected PAUSED
    Given Alice has a recorded call
    When 10 seconds pass
    Then no event follows
    And the recording of Alice's call is PAUSED

  @SWH-RECSTART-010 @SHOULD
  Scenario: the recording of Alice's call has segments, in seconds, of 10, expected 10, 5
    Given Alice has a recorded call
    When 10 seconds pass
    Then no event follows
    And the recording of Alice's call is ON with segments of 10, 5 seconds

  @SWH-FAR-002 @SHOULD
  Scenario: conversation.member.added did not come: expected conversation.member.added seen by agent 7001; it came no later than entry
    Given Alice has a call
    When at most 3 seconds pass until Alice sees conversation.member.added
    Then no event follows

  @SWH-FAR-002 @SHOULD
  Scenario: interaction.preview did not come: expected interaction.preview seen by agent 7001
    Given Alice has a dialled call
    When at most 1 second passes until Alice sees interaction.preview
    Then no event follows

  @SWH-FAR-002 @SHOULD
  Scenario: the last events in Alice's journal are interaction.initialized, expected interaction.preview
    Given Alice has a dialled call
    When 1 second passes
    Then no event follows
    And the last events in Alice's journal are interaction.preview

  @SWH-FAR-002 @SHOULD
  Scenario: Alice's session.state: expected "PREPARED", got "STARTED"
    Given Alice is ready
    When 1 second passes
    Then no event follows
    And the switch shows Alice with {"state":"PREPARED"}

  @SWH-FAR-002 @SHOULD
  Scenario: the fault drop has struck 0, expected 1
    Given Alice is ready
    And the fault drop strikes the next interaction.preview
    When 1 second passes
    Then no event follows
    And the fault drop has struck once

  @SWH-FAR-002 @SHOULD
  Scenario: the target could not be made to fault {"kind":"drop","on":"call.begun"}
    Given Alice is ready
    And the fault drop strikes the next call.begun
    When 1 second passes
    Then no event follows
