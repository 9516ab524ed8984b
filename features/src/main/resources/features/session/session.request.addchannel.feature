Feature: session.request.addchannel
  Adds a channel to the session. It stands directly in the session, in no group.
  Stands in PROTOCOL 5.

  @SWH-ADDCHAN-001 @SWH-ADDCHAN-002 @SWH-ADDCHAN-003 @SWH-TARGET-004 @MUST
  Scenario: Adding a telephony channel
    Given Alice is logged in
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"7090","type":"Telephony"}}
    Then it succeeds
    And Alice sees:
      | event               | on            | state    | busy  |
      | channel.created     | added channel |          |       |
      | state.updated       | added channel | INACTIVE | false |
      | channel.initialized | added channel |          |       |

  @SWH-ADDCHAN-001 @SWH-ADDCHAN-002 @SWH-ADDCHAN-003 @MUST
  Scenario: Adding a channel during a call
    Given Alice has a call
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"7090","type":"Telephony"}}
    Then it succeeds
    And Alice sees:
      | event               | on            | state    | busy  |
      | channel.created     | added channel |          |       |
      | state.updated       | added channel | INACTIVE | false |
      | channel.initialized | added channel |          |       |

  @SWH-ADDCHAN-004 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Adding a channel of the unknown type <type>
    Given Alice is logged in
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"7090","type":"<type>"}}
    Then it is refused as invalid-data
    And no event follows
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"7090","type":"Telephony"}}
    Then it succeeds
    And Alice sees:
      | event               | on            | state    | busy  |
      | channel.created     | added channel |          |       |
      | state.updated       | added channel | INACTIVE | false |
      | channel.initialized | added channel |          |       |
    Examples:
      | type    |
      | Fax     |
      | Carrier |

  @SWH-ADDCHAN-005 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Adding a channel with the agent's own extension
    Given Alice is logged in
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$agent.extension","type":"Telephony"}}
    Then it is refused as invalid-data
    And no event follows

  @SWH-ADDCHAN-005 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Adding a channel with another agent's extension
    Given Bob is logged in
    And Alice is logged in
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$bob.extension","type":"Telephony"}}
    Then it is refused as invalid-data
    And no event follows

  @SWH-ADDCHAN-005 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Adding two channels with one endpoint
    Given Alice is logged in
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"7090","type":"Telephony"}}
    Then it succeeds
    And Alice sees:
      | event               | on            | state    | busy  |
      | channel.created     | added channel |          |       |
      | state.updated       | added channel | INACTIVE | false |
      | channel.initialized | added channel |          |       |
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"7090","type":"Telephony"}}
    Then it is refused as invalid-data
    And no event follows

  @SWH-ADDCHAN-006 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Adding a channel with unusable data <data>
    Given Alice is logged in
    When Alice sends session.request.addchannel with <data>
    Then it is refused as invalid-data
    And no event follows
    Examples:
      | data                                             |
      | {}                                               |
      | {"channel":"Telephony"}                          |
      | {"channel":{}}                                   |
      | {"channel":{"type":"Telephony"}}                 |
      | {"channel":{"endpoint":"7090"}}                  |
      | {"channel":{"endpoint":"","type":"Telephony"}}   |
      | {"channel":{"endpoint":7090,"type":"Telephony"}} |
      | {"channel":{"endpoint":"7090","type":1}}         |

  @SWH-ADDCHAN-007 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario Outline: Adding a channel of type <type> where there is no multimedia
    Given Alice is logged in
    And the switch lacks multimedia
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"7090","type":"<type>"}}
    Then it is refused as unsupported
    And no event follows
    Examples:
      | type  |
      | Chat  |
      | Email |
