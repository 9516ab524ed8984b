Feature: Recordings as timelines
  What was recorded when: one segment from each start or resumption to the next pause or stop. The recordings are read from the control of the switch, not from the protocol.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 3, recording of an interaction.

  @SWH-RECPAUSE-007 @SWH-RECSTART-011 @SWH-RECPAUSE-001 @SWH-RECPAUSE-002 @MUST
  Scenario: A pause cuts the recording in two
    Given Alice has a recorded call
    When 10 seconds pass
    Then no event follows
    And the recording of Alice's call is ON with segment of 10 seconds
    When Alice sends interaction.request.recording.pause
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | PAUSED    |
    When 30 seconds pass
    Then no event follows
    And the recording of Alice's call is PAUSED with segment of 10 seconds
    When Alice sends interaction.request.recording.resume
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |
    When 5 seconds pass
    Then no event follows
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And the recording of Alice's call is OFF with segments of 10, 5 seconds
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    And the recording of Alice's call is OFF with segments of 10, 5 seconds

  @SWH-RECSTART-010 @SWH-RECSTART-009 @SWH-RECSTART-011 @SHOULD
  Scenario: Holding, consulting and transferring leave one segment
    Given Carol is ready
    And Bob is ready
    And Alice has a recorded call
    When 10 seconds pass
    Then no event follows
    When Alice sends interaction.consult with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus   | member         |
      | state.updated             | conversation | HELD      |         |                |
      | conversation.created      | consult      |           |         |                |
      | state.updated             | consult      | INITIATED |         |                |
      | conversation.member.added | consult      |           |         | $bob.extension |
      | conversation.initialized  | consult      |           |         |                |
      | interaction.focuschanged  | interaction  |           | consult |                |
    And Bob is offered a call from $alice.extension
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
    When 20 seconds pass
    Then no event follows
    And the recording of Alice's call is ON with segment of 30 seconds
    And the recording of Bob's call is OFF
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
    And Bob sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $answers         |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    When 15 seconds pass
    Then no event follows
    And the recording of Alice's call is OFF with segment of 30 seconds
    And the recording of Bob's call is OFF
