Feature: Steering the switch
  What people may say in features of their own about a switch that they steer. All of it is so.

  @SWH-HOLD-002 @MUST
  Scenario: A fault strikes the next message of one agent, and then no more
    Given Alice has a call with Bob
    And the fault duplicate strikes the next conversation.hold of Bob
    And the fault delay strikes every interaction.preview of Alice with {"millis":500}
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    And the fault duplicate has struck 0 times
    And the fault delay has struck 0 times

  @SWH-FAR-002 @SHOULD
  Scenario: Time passes until the far end answers
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$answersAfter5"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member         |
      | channel.infochanged       | channel      |           |      |                |
      | state.updated             | channel      | ACTIVE    | true |                |
      | interaction.created       | interaction  |           |      |                |
      | state.updated             | interaction  | DIALING   |      |                |
      | conversation.created      | conversation |           |      |                |
      | state.updated             | conversation | INITIATED |      |                |
      | conversation.member.added | conversation |           |      | $answersAfter5 |
      | conversation.initialized  | conversation |           |      |                |
      | interaction.datachanged   | interaction  |           |      |                |
      | interaction.preview       | interaction  |           |      |                |
      | interaction.initialized   | interaction  |           |      |                |
    When at most 60 seconds pass until Alice sees state.updated
    Then Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |

  @SWH-RELEASE-002 @MUST
  Scenario: What the journal and the switch tell
    Given Alice has a call
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And the last events in Alice's journal are conversation.disposed, interaction.ended
    And the switch shows Alice with {"state":"STARTED","channels":[{"endpoint":"$alice.extension","state":"ACTIVE"}]}

  @SWH-PLATFORM-001 @SHOULD
  Scenario: A capability goes and comes back
    Given Alice has a call
    When the switch stops supporting recording
    Then no event follows
    When Alice sends interaction.request.recording.start
    Then it is refused as unsupported
    And no event follows
    When the switch starts supporting recording
    Then no event follows
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |
    And the recording of Alice's call is ON

  @SWH-LEGON-003 @SHOULD
  Scenario: The agent leg fails, and works again
    Given Alice is ready
    And the agent leg of Alice fails
    When the agent leg of Alice works
    Then no event follows
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                      | on      |
      | session.agentleg.connected | session |

  @SWH-LOGOUT-003 @SHOULD
  Scenario: A reset ends the sessions
    Given Alice has a call
    When the switch is reset
    Then no event follows
    When Alice sends conversation.hold
    Then it is refused as session-not-started
    And no event follows
