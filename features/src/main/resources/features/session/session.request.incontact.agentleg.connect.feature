Feature: session.request.incontact.agentleg.connect
  Connects the voice path of the agent, over which calls are heard. InContact only.
  Stands in PROTOCOL.md, section 5, session.request.incontact.agentleg.connect.

  @SWH-LEGON-001 @SWH-LEGON-002 @SWH-MSG-015 @MUST
  Scenario Outline: Connecting the agent leg of an agent who <is>
    Given Bob is ready
    And Alice <is>
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                      | on      |
      | session.agentleg.connected | session |
    Examples:
      | is                    |
      | is logged in          |
      | is ready              |
      | has a call ringing in |
      | has a call            |
      | has an ended call     |

  @SWH-LEGON-003 @SWH-LEGON-001 @SWH-MSG-015 @MUST
  Scenario: The agent leg cannot be connected
    Given Bob is ready
    And Alice is logged in
    And the agent leg of Alice fails
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                   | on      |
      | session.agentleg.failed | session |

  @SWH-LEGON-004 @SWH-MSG-011 @SHOULD
  Scenario: Connecting an agent leg that is connected
    Given Alice is logged in
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                      | on      |
      | session.agentleg.connected | session |
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And no event follows

  @SWH-LEGON-005 @SWH-LEGON-003 @MUST
  Scenario: Trying again after a failure
    Given Alice is logged in
    And the agent leg of Alice fails
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                   | on      |
      | session.agentleg.failed | session |
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                   | on      |
      | session.agentleg.failed | session |

  @SWH-LEGON-005 @SWH-LEGOFF-002 @MUST
  Scenario: Connecting again after a disconnect
    Given Alice is logged in
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
    When Alice sends session.request.incontact.agentleg.connect
    Then it succeeds
    And Alice sees:
      | event                      | on      |
      | session.agentleg.connected | session |

  @SWH-START-008 @SWH-CODE-009 @SWH-MSG-010 @SWH-LEGON-001 @MUST
  Scenario: Connecting the agent leg before the session has been started
    Given Alice is prepared
    When Alice sends session.request.incontact.agentleg.connect
    Then it is refused as session-not-started
    And no event follows

  @SWH-LEGON-006 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Connecting the agent leg on a switch without InContact
    Given Alice is logged in
    And the switch does not support incontact
    When Alice sends session.request.incontact.agentleg.connect
    Then it is refused as unsupported
    And no event follows
