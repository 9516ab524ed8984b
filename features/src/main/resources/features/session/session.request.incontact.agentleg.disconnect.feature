Feature: session.request.incontact.agentleg.disconnect
  Disconnects the voice path of the agent. InContact only.
  Stands in PROTOCOL.md, section 5, session.request.incontact.agentleg.disconnect.

  @SWH-LEGOFF-001 @SWH-LEGOFF-002 @SWH-MSG-015 @MUST
  Scenario: Disconnecting the agent leg
    Given Bob is ready
    And Alice is logged in
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                      | on      |
      | session.agentleg.connected | session |
    When Alice sends session.request.incontact.agentleg.disconnect
    Then it succeeds
    And Alice sees:
      | event                         | on      |
      | session.agentleg.disconnected | session |

  @SWH-LEGOFF-005 @SWH-LEGOFF-001 @MUST
  Scenario: Disconnecting the agent leg during a call
    Given Alice has a call with Bob
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                      | on      |
      | session.agentleg.connected | session |
    When Alice sends session.request.incontact.agentleg.disconnect
    Then it succeeds
    And Alice sees:
      | event                         | on      |
      | session.agentleg.disconnected | session |
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |

  @SWH-LEGOFF-003 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: Disconnecting where no agent leg was connected
    Given Alice is ready
    When Alice sends session.request.incontact.agentleg.disconnect
    Then it is refused as invalid-state
    And no event follows

  @SWH-LEGOFF-003 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: Disconnecting twice
    Given Alice is ready
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                      | on      |
      | session.agentleg.connected | session |
    When Alice sends session.request.incontact.agentleg.disconnect
    Then it succeeds
    And Alice sees:
      | event                         | on      |
      | session.agentleg.disconnected | session |
    When Alice sends session.request.incontact.agentleg.disconnect
    Then it is refused as invalid-state
    And no event follows

  @SWH-LEGOFF-003 @SWH-LEGON-003 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario: Disconnecting after a failure to connect
    Given Alice is ready
    And the agent leg of Alice fails
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                   | on      |
      | session.agentleg.failed | session |
    When Alice sends session.request.incontact.agentleg.disconnect
    Then it is refused as invalid-state
    And no event follows

  @SWH-LEGOFF-004 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Disconnecting the agent leg on a switch without InContact
    Given Alice is logged in
    And the switch does not support incontact
    When Alice sends session.request.incontact.agentleg.disconnect
    Then it is refused as unsupported
    And no event follows
