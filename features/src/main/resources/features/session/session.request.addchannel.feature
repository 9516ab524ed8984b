Feature: session.request.addchannel
  Adds a channel to the session. It stands directly in the session, in no group.
  Stands in PROTOCOL.md, section 5, session.request.addchannel.

  @SWH-ADDCHAN-001 @SWH-ADDCHAN-002 @SWH-TARGET-004 @MUST
  Scenario: Adding a telephony channel
    Given Alice is logged in
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$spare","type":"Telephony"}}
    Then it succeeds
    And Alice sees:
      | event               | on            | state    | busy  |
      | channel.created     | added channel |          |       |
      | state.updated       | added channel |          | false |
      | channel.initialized | added channel |          |       |

  @SWH-ADDCHAN-001 @SWH-ADDCHAN-003 @MUST
  Scenario: An added channel is inactive and free
    Given Alice is logged in
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$spare","type":"Telephony"}}
    Then it succeeds
    And Alice sees:
      | event               | on            | state    | busy  |
      | channel.created     | added channel |          |       |
      | state.updated       | added channel | INACTIVE | false |
      | channel.initialized | added channel |          |       |

  @SWH-ADDCHAN-001 @SWH-ADDCHAN-002 @MUST
  Scenario: Adding a channel during a call
    Given Alice has a call
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$spare","type":"Telephony"}}
    Then it succeeds
    And Alice sees:
      | event               | on            | state    | busy  |
      | channel.created     | added channel |          |       |
      | state.updated       | added channel |          | false |
      | channel.initialized | added channel |          |       |

  @SWH-ADDCHAN-004 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Adding a channel of the unknown type <type>
    Given Alice is logged in
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$spare","type":"<type>"}}
    Then it is refused as invalid-data
    And no event follows
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$spare","type":"Telephony"}}
    Then it succeeds
    And Alice sees:
      | event               | on            | state    | busy  |
      | channel.created     | added channel |          |       |
      | state.updated       | added channel |          | false |
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
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$spare","type":"Telephony"}}
    Then it succeeds
    And Alice sees:
      | event               | on            | state    | busy  |
      | channel.created     | added channel |          |       |
      | state.updated       | added channel |          | false |
      | channel.initialized | added channel |          |       |
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$spare","type":"Telephony"}}
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
      | {"channel":{"endpoint":"$spare"}}                |
      | {"channel":{"endpoint":"","type":"Telephony"}}   |
      | {"channel":{"endpoint":7090,"type":"Telephony"}} |
      | {"channel":{"endpoint":"$spare","type":1}}       |

  @SWH-ADDCHAN-007 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario Outline: Adding a channel of type <type> on a switch without multimedia
    Given Alice is logged in
    And the switch does not support multimedia
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$spare","type":"<type>"}}
    Then it is refused as unsupported
    And no event follows
    Examples:
      | type  |
      | Chat  |
      | Email |

  @SWH-ADDCHAN-008 @SWH-ADDCHAN-009 @SWH-MSG-015 @MUST
  Scenario Outline: Adding a <channel>
    Given Bob is ready
    And Alice is logged in
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"<endpoint>","type":"<type>"}}
    Then it succeeds
    And Alice sees:
      | event               | on        | state    | busy  |
      | channel.created     | <channel> |          |       |
      | state.updated       | <channel> |          | false |
      | channel.initialized | <channel> |          |       |
    Examples:
      | channel       | type  | endpoint     |
      | chat channel  | Chat  | $spare       |
      | email channel | Email | $spare       |

  @SWH-ADDCHAN-009 @SWH-ADDCHAN-005 @SWH-CODE-004 @SHOULD
  Scenario: Adding a chat channel with the endpoint of another agent's
    Given Bob has a chat channel
    And Alice is logged in
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$bob.chat","type":"Chat"}}
    Then it is refused as invalid-data
    And no event follows
    When Alice sends session.request.addchannel with {"channel":{"endpoint":"$spare","type":"Chat"}}
    Then it succeeds
    And Alice sees:
      | event               | on           | state    | busy  |
      | channel.created     | chat channel |          |       |
      | state.updated       | chat channel |          | false |
      | channel.initialized | chat channel |          |       |
