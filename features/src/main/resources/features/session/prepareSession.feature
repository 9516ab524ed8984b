Feature: prepareSession
  Logs the agent in on a fresh connection and prepares a session, which session.start then starts.
  Stands in PROTOCOL.md, section 2, step 2, and section 5, prepareSession.

  @SWH-PREP-001 @SWH-PREP-003 @SWH-MSG-006 @MUST
  Scenario: Preparing a session with the right credentials
    Given Alice is connected
    When Alice sends prepareSession with {"model":"switchhook","override":false,"agent":{"id":"$agent.id","password":"$agent.password"}}
    Then it succeeds with {}
    And no event follows

  @SWH-PREP-002 @SWH-PREP-003 @SHOULD
  Scenario: The success names the session, which can then be started
    Given Alice is connected
    When Alice sends prepareSession with {"model":"switchhook","override":false,"agent":{"id":"$agent.id","password":"$agent.password"}}
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event               | on      |
      | channel.created     | channel |
      | state.updated       | channel |
      | channel.initialized | channel |
      | session.initialized | session |

  @SWH-PREP-001 @SWH-PREP-003 @MUST
  Scenario: Asking for an override where there is nothing to override
    Given Alice is connected
    When Alice sends prepareSession with {"model":"switchhook","override":true,"agent":{"id":"$agent.id","password":"$agent.password"}}
    Then it succeeds with {}
    And no event follows

  @SWH-PREP-004 @SWH-MSG-006 @SWH-CODE-010 @SWH-MSG-010 @MUST
  Scenario Outline: Logging in with the wrong <what>
    Given Alice is connected
    When Alice sends prepareSession with {"model":"switchhook","override":<override>,"agent":{"id":"<id>","password":"<password>"}}
    Then it is refused as authentication-failed
    And no event follows
    When Alice sends prepareSession with {"model":"switchhook","override":false,"agent":{"id":"$agent.id","password":"$agent.password"}}
    Then it succeeds with {}
    And no event follows
    Examples:
      | what                     | override | id        | password        |
      | password                 | false    | $agent.id | not the secret  |
      | password and an override | true     | $agent.id | not the secret  |
      | agent                    | false    | nobody    | $agent.password |

  @SWH-PREP-005 @SWH-PREP-010 @SWH-PREP-003 @SWH-MSG-004 @SWH-MSG-006 @MUST
  Scenario: A second login without override must be confirmed
    Given Alice is logged in
    When Alice logs in elsewhere
    Then it must be confirmed
    And no event follows

  @SWH-PREP-010 @SWH-PREP-003 @SHOULD
  Scenario: A login that must be confirmed leaves the live session and its call as they were
    Given Alice has a call
    When Alice logs in elsewhere
    Then it must be confirmed
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |

  @SWH-PREP-008 @SWH-PREP-003 @SHOULD
  Scenario: A session that is prepared but not started counts as live
    Given Alice is prepared
    When Alice logs in elsewhere
    Then it must be confirmed
    And no event follows

  @SWH-PREP-006 @SWH-PREP-003 @MUST
  Scenario Outline: A second login with override where the agent <was>
    Given Alice <was>
    When Alice logs in elsewhere with override
    Then it succeeds with {}
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
      | was          |
      | is prepared  |
      | is logged in |
      | is ready     |

  @SWH-PREP-007 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario: The session that was overridden serves no more requests
    Given Alice is ready
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.request.logout on the old connection
    Then it is refused as invalid-state
    And no event follows

  @SWH-PREP-012 @SWH-PREP-010 @SWH-CODE-009 @SWH-MSG-010 @SHOULD
  Scenario Outline: <command> on a connection whose login was not confirmed
    Given Alice has a call
    When Alice logs in elsewhere
    Then it must be confirmed
    And no event follows
    When Alice sends <command> on the other connection
    Then it is refused as session-not-started
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    Examples:
      | command                |
      | conversation.hold      |
      | conversation.release   |
      | session.request.logout |

  @SWH-PREP-013 @SWH-PREP-007 @SWH-CODE-003 @SWH-MSG-010 @MUST
  Scenario: The connection that was replaced cannot drive the new session
    Given Alice has a call
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state     | busy | recording | member   |
      | channel.created           | channel      |           |      |           |          |
      | state.updated             | channel      | ACTIVE    | true |           |          |
      | channel.initialized       | channel      |           |      |           |          |
      | interaction.created       | interaction  |           |      |           |          |
      | state.updated             | interaction  | STARTED   |      | OFF       |          |
      | conversation.created      | conversation |           |      |           |          |
      | state.updated             | conversation | CONNECTED |      |           |          |
      | conversation.member.added | conversation |           |      |           | $answers |
      | conversation.initialized  | conversation |           |      |           |          |
      | interaction.datachanged   | interaction  |           |      |           |          |
      | interaction.preview       | interaction  |           |      |           |          |
      | interaction.initialized   | interaction  |           |      |           |          |
      | session.initialized       | session      |           |      |           |          |
    When Alice sends conversation.hold to "$conversation" on the old connection
    Then it is refused as unknown-target
    And no event follows

  @SWH-PREP-014 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario Outline: A second prepareSession on the connection of an agent who <is>, override <override>
    Given Alice <is>
    When Alice sends prepareSession with {"model":"switchhook","override":<override>,"agent":{"id":"$agent.id","password":"$agent.password"}}
    Then it is refused as invalid-state
    And no event follows
    Examples:
      | is           | override |
      | is prepared  | false    |
      | is prepared  | true     |
      | is logged in | false    |
      | has a call   | true     |

  @SWH-PREP-014 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: A second prepareSession leaves the session and its call as they were
    Given Alice has a call
    When Alice sends prepareSession with {"model":"switchhook","override":true,"agent":{"id":"$agent.id","password":"$agent.password"}}
    Then it is refused as invalid-state
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |

  @SWH-PREP-015 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: After a logout, the next session needs a new connection
    Given Alice is logged in
    When Alice sends session.request.logout
    Then it succeeds without data
    And no event follows
    When Alice sends prepareSession with {"model":"switchhook","override":false,"agent":{"id":"$agent.id","password":"$agent.password"}}
    Then it is refused as invalid-state
    And no event follows
    When Alice logs in elsewhere
    Then it succeeds with {}
    And no event follows

  @SWH-PREP-009 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Preparing a session with unusable data: <what>
    Given Alice is connected
    When Alice sends prepareSession with <data>
    Then it is refused as invalid-data
    And no event follows
    When Alice sends prepareSession with {"model":"switchhook","override":false,"agent":{"id":"$agent.id","password":"$agent.password"}}
    Then it succeeds with {}
    And no event follows
    Examples: Missing
      | what        | data                                                                           |
      | nothing     | {}                                                                             |
      | no model    | {"override":false,"agent":{"id":"$agent.id","password":"$agent.password"}}     |
      | no override | {"model":"switchhook","agent":{"id":"$agent.id","password":"$agent.password"}} |
      | no agent    | {"model":"switchhook","override":false}                                        |
      | no id       | {"model":"switchhook","override":false,"agent":{"password":"$agent.password"}} |
      | no password | {"model":"switchhook","override":false,"agent":{"id":"$agent.id"}}             |
    Examples: Mistyped
      | what              | data                                                                                           |
      | a blank model     | {"model":" ","override":false,"agent":{"id":"$agent.id","password":"$agent.password"}}         |
      | model a number    | {"model":7,"override":false,"agent":{"id":"$agent.id","password":"$agent.password"}}           |
      | override a text   | {"model":"switchhook","override":"no","agent":{"id":"$agent.id","password":"$agent.password"}} |
      | agent a text      | {"model":"switchhook","override":false,"agent":"$agent.id"}                                    |
      | id a number       | {"model":"switchhook","override":false,"agent":{"id":7,"password":"$agent.password"}}          |
      | password a number | {"model":"switchhook","override":false,"agent":{"id":"$agent.id","password":7}}                |
