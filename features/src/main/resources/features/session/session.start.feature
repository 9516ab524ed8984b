Feature: session.start
  Starts a prepared session and reports what exists.
  Stands in PROTOCOL.md, section 2, step 3, and section 5, session.start.

  @SWH-START-001 @SWH-START-002 @MUST
  Scenario: Starting a prepared session
    Given Alice is prepared
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event               | on      |
      | channel.created     | channel |
      | state.updated       | channel |
      | channel.initialized | channel |
      | session.initialized | session |

  @SWH-START-001 @SWH-START-003 @MUST
  Scenario: The first channel is inactive and free
    Given Alice is prepared
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event               | on      | state    | busy  |
      | channel.created     | channel |          |       |
      | state.updated       | channel | INACTIVE | false |
      | channel.initialized | channel |          |       |
      | session.initialized | session |          |       |

  @SWH-START-004 @SHOULD
  Scenario: Starting with an extension gives the channel that endpoint
    Given Bob is ready
    And Alice is prepared
    When Alice sends session.start with {"extension":"$spare"}
    Then it succeeds without data
    And Alice sees:
      | event               | on      |
      | channel.created     | channel |
      | state.updated       | channel |
      | channel.initialized | channel |
      | session.initialized | session |
    When Alice sends channel.activate
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |
    When Bob sends channel.dial with {"destination":"$spare"}
    Then it succeeds
    And Bob is dialling $spare
    And Alice is offered a call from $bob.extension

  @SWH-START-005 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: Starting a session twice
    Given Alice is logged in
    When Alice sends session.start
    Then it is refused as invalid-state
    And no event follows
    When Alice sends channel.activate
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |

  @SWH-START-006 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Starting with an extension that another agent uses
    Given Bob is logged in
    And Alice is prepared
    When Alice sends session.start with {"extension":"$bob.extension"}
    Then it is refused as invalid-data
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event               | on      |
      | channel.created     | channel |
      | state.updated       | channel |
      | channel.initialized | channel |
      | session.initialized | session |

  @SWH-START-007 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Starting with the unusable data <data>
    Given Alice is prepared
    When Alice sends session.start with <data>
    Then it is refused as invalid-data
    And no event follows
    Examples:
      | data               |
      | {"extension":7090} |
      | {"extension":""}   |
      | {"extension":null} |
      | {"extension":{}}   |

  @SWH-START-008 @SWH-CODE-009 @SWH-MSG-010 @MUST
  Scenario Outline: <command> before the session has been started
    Given Alice is prepared
    When Alice sends <command> with <data>
    Then it is refused as session-not-started
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event               | on      |
      | channel.created     | channel |
      | state.updated       | channel |
      | channel.initialized | channel |
      | session.initialized | session |
    Examples:
      | command                    | data                                               |
      | session.request.logout     | {}                                                 |
      | session.request.addchannel | {"channel":{"endpoint":"7091","type":"Telephony"}} |

  @SWH-START-011 @SWH-CODE-009 @SWH-MSG-010 @SHOULD
  Scenario Outline: <command> before the session has been started is refused
    Given Alice is prepared
    When Alice sends <command> to "$session.<rest>" with <data>
    Then it is refused as session-not-started
    And no event follows
    Examples: Channels
      | command                              | rest | data                       |
      | channel.activate                     | 1    | {}                         |
      | channel.dial                         | 1    | {"destination":"$answers"} |
      | channel.request.incontact.getscripts | 1    | {}                         |
    Examples: Interactions
      | command                              | rest | data                         |
      | interaction.accept                   | 1.2  | {}                           |
      | interaction.reject                   | 1.2  | {}                           |
      | interaction.setinteractiondata       | 1.2  | {"key":"order","value":"17"} |
      | interaction.setdisposition           | 1.2  | {"disposition":"sale"}       |
      | interaction.complete                 | 1.2  | {}                           |
      | interaction.consult                  | 1.2  | {"destination":"$expert"}    |
      | interaction.alternate                | 1.2  | {}                           |
      | interaction.consulttransfer          | 1.2  | {}                           |
      | interaction.consultconference        | 1.2  | {}                           |
      | interaction.request.recording.start  | 1.2  | {}                           |
      | interaction.request.recording.stop   | 1.2  | {}                           |
      | interaction.request.recording.pause  | 1.2  | {}                           |
      | interaction.request.recording.resume | 1.2  | {}                           |
    Examples: Conversations
      | command                      | rest  | data                      |
      | conversation.answer          | 1.2.3 | {}                        |
      | conversation.release         | 1.2.3 | {}                        |
      | conversation.hold            | 1.2.3 | {}                        |
      | conversation.retrieve        | 1.2.3 | {}                        |
      | conversation.request.mute    | 1.2.3 | {}                        |
      | conversation.request.unmute  | 1.2.3 | {}                        |
      | conversation.senddtmf        | 1.2.3 | {"digits":"1"}            |
      | conversation.blindtransfer   | 1.2.3 | {"destination":"$expert"} |
      | conversation.blindconference | 1.2.3 | {"destination":"$expert"} |

  @SWH-START-009 @SWH-CODE-009 @SWH-MSG-010 @SHOULD
  Scenario: Starting on a connection that was not prepared
    Given Alice is connected
    When Alice sends session.start to "nosuch"
    Then it is refused as session-not-started
    And no event follows

  @SWH-START-010 @SWH-PREP-011 @SHOULD
  Scenario: Taking over a connected call
    Given Alice has a call
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state     | busy | muted | recording | member   |
      | channel.created           | channel      |           |      |       |           |          |
      | state.updated             | channel      | ACTIVE    | true |       |           |          |
      | channel.initialized       | channel      |           |      |       |           |          |
      | interaction.created       | interaction  |           |      |       |           |          |
      | state.updated             | interaction  | STARTED   |      |       | OFF       |          |
      | conversation.created      | conversation |           |      |       |           |          |
      | state.updated             | conversation | CONNECTED |      | false |           |          |
      | conversation.member.added | conversation |           |      |       |           | $answers |
      | conversation.initialized  | conversation |           |      |       |           |          |
      | interaction.datachanged   | interaction  |           |      |       |           |          |
      | interaction.preview       | interaction  |           |      |       |           |          |
      | interaction.initialized   | interaction  |           |      |       |           |          |
      | session.initialized       | session      |           |      |       |           |          |
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |

  @SWH-START-010 @SHOULD
  Scenario Outline: Taking over <situation>
    Given Alice has <situation>
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state          | busy | muted   | recording   |
      | channel.created           | channel      |                |      |         |             |
      | state.updated             | channel      | ACTIVE         | true |         |             |
      | channel.initialized       | channel      |                |      |         |             |
      | interaction.created       | interaction  |                |      |         |             |
      | state.updated             | interaction  | <interaction>  |      |         | <recording> |
      | conversation.created      | conversation |                |      |         |             |
      | state.updated             | conversation | <conversation> |      | <muted> |             |
      | conversation.member.added | conversation |                |      |         |             |
      | conversation.initialized  | conversation |                |      |         |             |
      | interaction.datachanged   | interaction  |                |      |         |             |
      | interaction.preview       | interaction  |                |      |         |             |
      | interaction.initialized   | interaction  |                |      |         |             |
      | session.initialized       | session      |                |      |         |             |
    Examples:
      | situation          | interaction | recording | conversation | muted |
      | a call ringing in  | ALERTING    | OFF       | ALERTING     | false |
      | a dialled call     | DIALING     | OFF       | INITIATED    | false |
      | an answered call   | STARTED     | OFF       | CONNECTED    | false |
      | a held call        | STARTED     | OFF       | HELD         | false |
      | a muted call       | STARTED     | OFF       | CONNECTED    | true  |
      | a recorded call    | STARTED     | ON        | CONNECTED    | false |
      | a paused recording | STARTED     | PAUSED    | CONNECTED    | false |

  @SWH-START-010 @SHOULD
  Scenario: Taking over a consult
    Given Alice has a consult
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state     | busy | muted | recording | member   |
      | channel.created           | channel      |           |      |       |           |          |
      | state.updated             | channel      | ACTIVE    | true |       |           |          |
      | channel.initialized       | channel      |           |      |       |           |          |
      | interaction.created       | interaction  |           |      |       |           |          |
      | state.updated             | interaction  | STARTED   |      |       | OFF       |          |
      | conversation.created      | conversation |           |      |       |           |          |
      | state.updated             | conversation | HELD      |      | false |           |          |
      | conversation.member.added | conversation |           |      |       |           | $answers |
      | conversation.initialized  | conversation |           |      |       |           |          |
      | conversation.created      | consult      |           |      |       |           |          |
      | state.updated             | consult      | CONNECTED |      | false |           |          |
      | conversation.member.added | consult      |           |      |       |           | $expert  |
      | conversation.initialized  | consult      |           |      |       |           |          |
      | interaction.datachanged   | interaction  |           |      |       |           |          |
      | interaction.preview       | interaction  |           |      |       |           |          |
      | interaction.initialized   | interaction  |           |      |       |           |          |
      | session.initialized       | session      |           |      |       |           |          |
