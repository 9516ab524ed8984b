Feature: Agents in one call
  What each of two or three agents sees of a call that they share. An agent without a table must have seen nothing.
  Stands in PROTOCOL.md, sections 4 and 5, Without a command.

  @SWH-AGENT-001 @SWH-AGENT-002 @SWH-MSG-015 @SHOULD
  Scenario: An agent calls another, who answers
    Given Carol is ready
    And Bob is ready
    And Alice is ready
    When Alice sends channel.dial with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member         |
      | channel.infochanged       | channel      |           |      |                |
      | state.updated             | channel      | ACTIVE    | true |                |
      | interaction.created       | interaction  |           |      |                |
      | state.updated             | interaction  | DIALING   |      |                |
      | conversation.created      | conversation |           |      |                |
      | state.updated             | conversation | INITIATED |      |                |
      | conversation.member.added | conversation |           |      | $bob.extension |
      | conversation.initialized  | conversation |           |      |                |
      | interaction.datachanged   | interaction  |           |      |                |
      | interaction.preview       | interaction  |           |      |                |
      | interaction.initialized   | interaction  |           |      |                |
    And Bob sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |

  @SWH-AGENT-002 @SHOULD
  Scenario: An agent accepts the call of another
    Given Carol is ready
    And Bob is ready
    And Alice is ready
    And Alice has dialled $bob.extension
    And Bob is offered a call from $alice.extension
    When Bob sends interaction.accept
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | interaction  | STARTED   |
      | state.updated | conversation | CONNECTED |
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |

  @SWH-AGENT-003 @SWH-MSG-015 @SHOULD
  Scenario Outline: <agent> holds and retrieves a call with the other
    Given Carol is ready
    And Alice has a call with Bob
    When <agent> sends conversation.hold
    Then it succeeds
    And <agent> sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    When <agent> sends conversation.retrieve
    Then it succeeds
    And <agent> sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |
    Examples:
      | agent |
      | Alice |
      | Bob   |

  @SWH-AGENT-003 @SWH-MSG-015 @SHOULD
  Scenario Outline: <agent> mutes and unmutes a call with the other
    Given Carol is ready
    And Alice has a call with Bob
    When <agent> sends conversation.request.mute
    Then it succeeds
    And <agent> sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | true  |
    When <agent> sends conversation.request.unmute
    Then it succeeds
    And <agent> sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |
    Examples:
      | agent |
      | Alice |
      | Bob   |

  @SWH-AGENT-003 @SWH-MSG-015 @SHOULD
  Scenario: Both agents hold their call
    Given Carol is ready
    And Alice has a call with Bob
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    When Bob sends conversation.hold
    Then it succeeds
    And Bob sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
    When Bob sends conversation.retrieve
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |

  @SWH-AGENT-003 @SWH-DTMF-002 @SWH-MSG-015 @MUST
  Scenario Outline: <agent> sends tones to the other
    Given Carol is ready
    And Alice has a call with Bob
    When <agent> sends conversation.senddtmf with {"digits":"12#"}
    Then it succeeds
    And no event follows
    Examples:
      | agent |
      | Alice |
      | Bob   |

  @SWH-AGENT-003 @SWH-RECSTART-002 @SWH-MSG-015 @SHOULD
  Scenario: An agent records a call with another
    Given Carol is ready
    And Alice has a call with Bob
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |
    When Alice sends interaction.request.recording.stop
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | OFF       |

  @SWH-RELEASE-004 @SWH-AGENT-004 @SWH-MSG-015 @SHOULD
  Scenario Outline: <one> ends a call with <other>
    Given Carol is ready
    And Alice has a call with Bob
    When <one> sends conversation.release
    Then it succeeds
    And <one> sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And <other> sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When <other> sends interaction.complete
    Then it succeeds
    And <other> sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    When <one> sends interaction.complete
    Then it succeeds
    And <one> sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    Examples:
      | one   | other |
      | Alice | Bob   |
      | Bob   | Alice |

  @SWH-RELEASE-004 @SWH-AGENT-004 @SWH-MSG-015 @SHOULD
  Scenario Outline: An agent ends a call that <what>
    Given Carol is ready
    And Alice has a call with Bob
    When Bob sends <command>
    Then it succeeds
    And Bob sees:
      | event         | on           | state   |
      | state.updated | conversation | <state> |
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    Examples:
      | what                    | command                   | state     |
      | the other one holds     | conversation.hold         | HELD      |
      | the other one has muted | conversation.request.mute | CONNECTED |

  @SWH-AGENT-005 @SWH-STATE-006 @SHOULD
  Scenario Outline: A called agent turns the call down with <command>
    Given Carol is ready
    And Bob is ready
    And Alice is ready
    And Alice has dialled $bob.extension
    And Bob is offered a call from $alice.extension
    When Bob sends <command>
    Then it succeeds
    And Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Alice sees:
      | event                 | on           | state  |
      | state.updated         | conversation | FAILED |
      | conversation.disposed | conversation |        |
      | interaction.ended     | interaction  |        |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    Examples:
      | command              |
      | interaction.reject   |
      | conversation.release |

  @SWH-AGENT-021 @SWH-MSG-015 @SHOULD
  Scenario: A called agent does not answer
    Given Carol is ready
    And Bob is ready
    And Alice is ready
    And Alice has dialled $bob.extension
    And Bob is offered a call from $alice.extension
    When 29 seconds pass
    Then no event follows
    When 1 seconds pass
    Then Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Alice sees:
      | event                 | on           | state  |
      | state.updated         | conversation | FAILED |
      | conversation.disposed | conversation |        |
      | interaction.ended     | interaction  |        |

  @SWH-AGENT-021 @SWH-MSG-015 @SHOULD
  Scenario: A called agent answers in time and talks for longer than the ring time
    Given Carol is ready
    And Bob is ready
    And Alice is ready
    And Alice has dialled $bob.extension
    And Bob is offered a call from $alice.extension
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When 30 seconds pass
    Then no event follows

  @SWH-AGENT-006 @SWH-MSG-015 @SHOULD
  Scenario Outline: Calling an agent who <is>
    Given Carol is ready
    And Bob <is>
    And Alice is ready
    When Alice sends channel.dial with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member         |
      | channel.infochanged       | channel      |           |      |                |
      | state.updated             | channel      | ACTIVE    | true |                |
      | interaction.created       | interaction  |           |      |                |
      | state.updated             | interaction  | DIALING   |      |                |
      | conversation.created      | conversation |           |      |                |
      | state.updated             | conversation | INITIATED |      |                |
      | conversation.member.added | conversation |           |      | $bob.extension |
      | conversation.initialized  | conversation |           |      |                |
      | interaction.datachanged   | interaction  |           |      |                |
      | interaction.preview       | interaction  |           |      |                |
      | interaction.initialized   | interaction  |           |      |                |
      | state.updated             | conversation | FAILED    |      |                |
      | conversation.disposed     | conversation |           |      |                |
      | interaction.ended         | interaction  |           |      |                |
    Examples:
      | is                         |
      | is logged in and not ready |
      | has a dialled call         |
      | has a call                 |
      | has an ended call          |
      | has a call ringing in      |

  @SWH-AGENT-006 @SHOULD
  Scenario: Calling an agent who is not logged in
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member         |
      | channel.infochanged       | channel      |           |      |                |
      | state.updated             | channel      | ACTIVE    | true |                |
      | interaction.created       | interaction  |           |      |                |
      | state.updated             | interaction  | DIALING   |      |                |
      | conversation.created      | conversation |           |      |                |
      | state.updated             | conversation | INITIATED |      |                |
      | conversation.member.added | conversation |           |      | $bob.extension |
      | conversation.initialized  | conversation |           |      |                |
      | interaction.datachanged   | interaction  |           |      |                |
      | interaction.preview       | interaction  |           |      |                |
      | interaction.initialized   | interaction  |           |      |                |
      | state.updated             | conversation | FAILED    |      |                |
      | conversation.disposed     | conversation |           |      |                |
      | interaction.ended         | interaction  |           |      |                |

  @SWH-AGENT-007 @SWH-STATE-006 @SHOULD
  Scenario: The agent who dialled gives up
    Given Carol is ready
    And Bob is ready
    And Alice is ready
    And Alice has dialled $bob.extension
    And Bob is offered a call from $alice.extension
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |

  @SWH-LOGOUT-001 @SWH-AGENT-004 @MUST
  Scenario: An agent logs out of a call with another
    Given Carol is ready
    And Alice has a call with Bob
    When Alice sends session.request.logout
    Then it succeeds without data
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-AGENT-008 @SWH-AGENT-009 @SWH-CONSULT-002 @SWH-MSG-015 @SHOULD
  Scenario: Consulting an agent
    Given Carol is ready
    And Bob is ready
    And Alice has a call
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
    And Bob sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |

  @SWH-AGENT-008 @SWH-CONSULT-009 @SHOULD
  Scenario: Consulting an agent who turns it down
    Given Carol is ready
    And Bob is ready
    And Alice has a call
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
    When Bob sends interaction.reject
    Then it succeeds
    And Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Alice sees:
      | event                    | on          | state  | focus        |
      | state.updated            | consult     | FAILED |              |
      | conversation.disposed    | consult     |        |              |
      | interaction.focuschanged | interaction |        | conversation |

  @SWH-AGENT-021 @SWH-AGENT-008 @SWH-MSG-015 @SHOULD
  Scenario: Consulting an agent who does not answer
    Given Carol is ready
    And Bob is ready
    And Alice has a call
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
    When 30 seconds pass
    Then Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Alice sees:
      | event                    | on          | state  | focus        |
      | state.updated            | consult     | FAILED |              |
      | conversation.disposed    | consult     |        |              |
      | interaction.focuschanged | interaction |        | conversation |

  @SWH-AGENT-006 @SWH-CONSULT-009 @SWH-MSG-015 @SHOULD
  Scenario: Consulting an agent who is busy
    Given Carol is ready
    And Bob has a call
    And Alice has a call
    When Alice sends interaction.consult with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus        | member         |
      | state.updated             | conversation | HELD      |              |                |
      | conversation.created      | consult      |           |              |                |
      | state.updated             | consult      | INITIATED |              |                |
      | conversation.member.added | consult      |           |              | $bob.extension |
      | conversation.initialized  | consult      |           |              |                |
      | interaction.focuschanged  | interaction  |           | consult      |                |
      | state.updated             | consult      | FAILED    |              |                |
      | conversation.disposed     | consult      |           |              |                |
      | interaction.focuschanged  | interaction  |           | conversation |                |

  @SWH-AGENT-010 @SWH-ALTERNATE-002 @SWH-MSG-015 @SHOULD
  Scenario: Alternating between a customer and an agent
    Given Carol is ready
    And Alice has a consult with Bob
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | focus        |
      | state.updated            | consult      | HELD      |              |
      | state.updated            | conversation | CONNECTED |              |
      | interaction.focuschanged | interaction  |           | conversation |
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | focus   |
      | state.updated            | conversation | HELD      |         |
      | state.updated            | consult      | CONNECTED |         |
      | interaction.focuschanged | interaction  |           | consult |

  @SWH-AGENT-010 @SWH-ALTERNATE-002 @SWH-MSG-015 @SHOULD
  Scenario: Alternating between two agents
    Given Carol is ready
    And Alice has a call with Bob
    When Alice sends interaction.consult with {"destination":"$carol.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus   | member           |
      | state.updated             | conversation | HELD      |         |                  |
      | conversation.created      | consult      |           |         |                  |
      | state.updated             | consult      | INITIATED |         |                  |
      | conversation.member.added | consult      |           |         | $carol.extension |
      | conversation.initialized  | consult      |           |         |                  |
      | interaction.focuschanged  | interaction  |           | consult |                  |
    And Carol is offered a call from $alice.extension
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
    When Alice sends interaction.alternate
    Then it succeeds
    And Alice sees:
      | event                    | on           | state     | focus        |
      | state.updated            | consult      | HELD      |              |
      | state.updated            | conversation | CONNECTED |              |
      | interaction.focuschanged | interaction  |           | conversation |

  @SWH-AGENT-004 @SWH-FAR-007 @SWH-MSG-015 @SHOULD
  Scenario: The consulted agent leaves
    Given Carol is ready
    And Alice has a consult with Bob
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Alice sees:
      | event                    | on          | state | focus        |
      | state.updated            | consult     | NULL  |              |
      | conversation.disposed    | consult     |       |              |
      | interaction.focuschanged | interaction |       | conversation |

  @SWH-AGENT-013 @SWH-STATE-009 @SWH-FAR-007 @SWH-MSG-015 @SHOULD
  Scenario: The customer leaves an agent who is consulting another
    Given Carol is ready
    And Alice has a consult with Bob
    When the far end hangs up
    Then Alice sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-AGENT-011 @SWH-AGENT-013 @SWH-MSG-015 @SHOULD
  Scenario: Transferring a customer to the consulted agent, and the customer hangs up
    Given Carol is ready
    And Alice has a consult with Bob
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
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    When the far end hangs up
    Then Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Bob sends interaction.complete
    Then it succeeds
    And Bob sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-AGENT-011 @SWH-AGENT-020 @SWH-TRANSFER-005 @SHOULD
  Scenario Outline: Transferring <situation> to the consulted agent, who works on with it
    Given Carol is ready
    And Alice has a consult with Bob
    When <agent> sends <command> to the <object>
    Then it succeeds
    And <agent> sees:
      | event         | on       | state   |
      | state.updated | <object> | <state> |
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
      | event                       | on           | state | member           |
      | conversation.member.added   | conversation |       | $answers         |
      | conversation.member.removed | conversation |       | $alice.extension |
      | state.updated               | conversation | <bob> |                  |
    When Bob sends <next>
    Then it succeeds
    And Bob sees:
      | event         | on           | state  |
      | state.updated | conversation | <then> |
    Examples:
      | situation                | agent | command                   | object       | state     | bob       | next                  | then      |
      | what the agent holds     | Alice | conversation.hold         | consult      | HELD      | CONNECTED | conversation.hold     | HELD      |
      | what the other holds     | Bob   | conversation.hold         | conversation | HELD      | HELD      | conversation.retrieve | CONNECTED |
      | what the other has muted | Bob   | conversation.request.mute | conversation | CONNECTED | CONNECTED | conversation.hold     | HELD      |

  @SWH-AGENT-020 @SWH-AGENT-011 @SWH-CONSULT-002 @SHOULD
  Scenario: The agent to whom a call was transferred consults and transfers it on
    Given Dave is ready
    And Carol is ready
    And Alice has a consult with Bob
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
    When Bob sends interaction.consult with {"destination":"$carol.extension"}
    Then it succeeds
    And Bob sees:
      | event                     | on           | state     | focus   | member           |
      | state.updated             | conversation | HELD      |         |                  |
      | conversation.created      | consult      |           |         |                  |
      | state.updated             | consult      | INITIATED |         |                  |
      | conversation.member.added | consult      |           |         | $carol.extension |
      | conversation.initialized  | consult      |           |         |                  |
      | interaction.focuschanged  | interaction  |           | consult |                  |
    And Carol is offered a call from $bob.extension
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Bob sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
    When Bob sends interaction.consulttransfer
    Then it succeeds
    And Bob sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
      | state.updated            | consult      | NULL  |         |
      | conversation.disposed    | consult      |       |         |
      | interaction.ended        | interaction  |       |         |
    And Carol sees:
      | event                       | on           | state     | member         |
      | conversation.member.added   | conversation |           | $answers       |
      | conversation.member.removed | conversation |           | $bob.extension |
      | state.updated               | conversation | CONNECTED |                |
    When the far end hangs up
    Then Carol sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-AGENT-011 @SWH-AGENT-004 @SHOULD
  Scenario: Transferring an agent to another
    Given Carol is ready
    And Dave is ready
    And Alice has a call with Bob
    When Alice sends interaction.consult with {"destination":"$carol.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus   | member           |
      | state.updated             | conversation | HELD      |         |                  |
      | conversation.created      | consult      |           |         |                  |
      | state.updated             | consult      | INITIATED |         |                  |
      | conversation.member.added | consult      |           |         | $carol.extension |
      | conversation.initialized  | consult      |           |         |                  |
      | interaction.focuschanged  | interaction  |           | consult |                  |
    And Carol is offered a call from $alice.extension
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
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
      | conversation.member.added   | conversation |           | $carol.extension |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    And Carol sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $bob.extension   |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Carol sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-AGENT-012 @SWH-CONFERENCE-001 @SWH-CONFERENCE-002 @SWH-MSG-015 @MUST
  Scenario: Conferencing a customer with the consulted agent
    Given Carol is ready
    And Alice has a consult with Bob
    When Alice sends interaction.consultconference
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus        | member         |
      | state.updated             | consult      | NULL      |              |                |
      | conversation.disposed     | consult      |           |              |                |
      | interaction.focuschanged  | interaction  |           | conversation |                |
      | conversation.member.added | conversation |           |              | $bob.extension |
      | state.updated             | conversation | CONNECTED |              |                |
    And Bob sees:
      | event                     | on           | state     | member   |
      | conversation.member.added | conversation |           | $answers |
      | state.updated             | conversation | CONNECTED |          |

  @SWH-AGENT-012 @SWH-CONFERENCE-002 @SHOULD
  Scenario: Conferencing two agents
    Given Carol is ready
    And Dave is ready
    And Alice has a call with Bob
    When Alice sends interaction.consult with {"destination":"$carol.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus   | member           |
      | state.updated             | conversation | HELD      |         |                  |
      | conversation.created      | consult      |           |         |                  |
      | state.updated             | consult      | INITIATED |         |                  |
      | conversation.member.added | consult      |           |         | $carol.extension |
      | conversation.initialized  | consult      |           |         |                  |
      | interaction.focuschanged  | interaction  |           | consult |                  |
    And Carol is offered a call from $alice.extension
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
    When Alice sends interaction.consultconference
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | focus        | member           |
      | state.updated             | consult      | NULL      |              |                  |
      | conversation.disposed     | consult      |           |              |                  |
      | interaction.focuschanged  | interaction  |           | conversation |                  |
      | conversation.member.added | conversation |           |              | $carol.extension |
      | state.updated             | conversation | CONNECTED |              |                  |
    And Bob sees:
      | event                     | on           | state     | member           |
      | conversation.member.added | conversation |           | $carol.extension |
      | state.updated             | conversation | CONNECTED |                  |
    And Carol sees:
      | event                     | on           | state     | member         |
      | conversation.member.added | conversation |           | $bob.extension |
      | state.updated             | conversation | CONNECTED |                |

  @SWH-AGENT-014 @SWH-AGENT-008 @SWH-CALLDATA-002 @SHOULD
  Scenario: The consulted agent finds the data of the call
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
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
    And Bob sees:
      | event                     | on           | state    | busy | member           | data           |
      | channel.infochanged       | channel      |          |      |                  |                |
      | state.updated             | channel      | ACTIVE   | true |                  |                |
      | interaction.created       | interaction  |          |      |                  |                |
      | state.updated             | interaction  | ALERTING |      |                  |                |
      | conversation.created      | conversation |          |      |                  |                |
      | state.updated             | conversation | ALERTING |      |                  |                |
      | conversation.member.added | conversation |          |      | $alice.extension |                |
      | conversation.initialized  | conversation |          |      |                  |                |
      | interaction.datachanged   | interaction  |          |      |                  | {"order":"17"} |
      | interaction.preview       | interaction  |          |      |                  |                |
      | interaction.initialized   | interaction  |          |      |                  |                |

  @SWH-AGENT-014 @SWH-AGENT-011 @SWH-CALLDATA-002 @SHOULD
  Scenario: The agent to whom a call was transferred adds to its data
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
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
    And Bob sees:
      | event                     | on           | state    | busy | member           | data           |
      | channel.infochanged       | channel      |          |      |                  |                |
      | state.updated             | channel      | ACTIVE   | true |                  |                |
      | interaction.created       | interaction  |          |      |                  |                |
      | state.updated             | interaction  | ALERTING |      |                  |                |
      | conversation.created      | conversation |          |      |                  |                |
      | state.updated             | conversation | ALERTING |      |                  |                |
      | conversation.member.added | conversation |          |      | $alice.extension |                |
      | conversation.initialized  | conversation |          |      |                  |                |
      | interaction.datachanged   | interaction  |          |      |                  | {"order":"17"} |
      | interaction.preview       | interaction  |          |      |                  |                |
      | interaction.initialized   | interaction  |          |      |                  |                |
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
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
    When Bob sends interaction.setinteractiondata with {"key":"mood","value":"fine"}
    Then it succeeds
    And Bob sees:
      | event                   | on          | data                         |
      | interaction.datachanged | interaction | {"order":"17","mood":"fine"} |

  @SWH-AGENT-014 @SWH-AGENT-015 @SWH-CALLDATA-002 @SHOULD
  Scenario: A call that is transferred blindly comes with its data
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                     | on           | state    | busy | member   | data           |
      | channel.infochanged       | channel      |          |      |          |                |
      | state.updated             | channel      | ACTIVE   | true |          |                |
      | interaction.created       | interaction  |          |      |          |                |
      | state.updated             | interaction  | ALERTING |      |          |                |
      | conversation.created      | conversation |          |      |          |                |
      | state.updated             | conversation | ALERTING |      |          |                |
      | conversation.member.added | conversation |          |      | $answers |                |
      | conversation.initialized  | conversation |          |      |          |                |
      | interaction.datachanged   | interaction  |          |      |          | {"order":"17"} |
      | interaction.preview       | interaction  |          |      |          |                |
      | interaction.initialized   | interaction  |          |      |          |                |

  @SWH-BLINDTRANSFER-002 @SWH-AGENT-015 @SWH-AGENT-013 @SWH-MSG-015 @SHOULD
  Scenario: Transferring a customer blindly to an agent, who answers
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                     | on           | state    | busy | member   |
      | channel.infochanged       | channel      |          |      |          |
      | state.updated             | channel      | ACTIVE   | true |          |
      | interaction.created       | interaction  |          |      |          |
      | state.updated             | interaction  | ALERTING |      |          |
      | conversation.created      | conversation |          |      |          |
      | state.updated             | conversation | ALERTING |      |          |
      | conversation.member.added | conversation |          |      | $answers |
      | conversation.initialized  | conversation |          |      |          |
      | interaction.datachanged   | interaction  |          |      |          |
      | interaction.preview       | interaction  |          |      |          |
      | interaction.initialized   | interaction  |          |      |          |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When the far end hangs up
    Then Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-AGENT-015 @SWH-STATE-006 @SHOULD
  Scenario: Transferring a customer blindly to an agent, and the customer hangs up before the answer
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob is offered a call from $answers
    When the far end hangs up
    Then Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |

  @SWH-AGENT-021 @SWH-AGENT-015 @SWH-MSG-015 @SHOULD
  Scenario: An agent to whom a customer was transferred blindly does not answer, and is free again
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob is offered a call from $answers
    When 30 seconds pass
    Then Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    When Bob sends channel.dial with {"destination":"$rings"}
    Then it succeeds
    And Bob is dialling $rings

  @SWH-AGENT-015 @SWH-AGENT-016 @SHOULD
  Scenario: Transferring an agent blindly to another
    Given Carol is ready
    And Dave is ready
    And Alice has a call with Bob
    When Alice sends conversation.blindtransfer with {"destination":"$carol.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $carol.extension |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    And Carol is offered a call from $bob.extension
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When Carol sends conversation.release
    Then it succeeds
    And Carol sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-AGENT-016 @SHOULD
  Scenario: Transferring an agent blindly to a number that rings
    Given Carol is ready
    And Alice has a call with Bob
    When Alice sends conversation.blindtransfer with {"destination":"$ringsToo"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $ringsToo        |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |

  @SWH-AGENT-017 @SWH-BLINDTRANSFER-004 @SWH-CODE-007 @SWH-MSG-015 @MUST
  Scenario Outline: Transferring blindly to an agent who <is>
    Given Carol is ready
    And Bob <is>
    And Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it is refused as destination-unavailable
    And Alice sees:
      | event                 | on           |
      | state.updated         | conversation |
      | conversation.disposed | conversation |
      | interaction.ended     | interaction  |
    Examples:
      | is                         |
      | is logged in and not ready |
      | has a call                 |

  @SWH-AGENT-018 @SWH-BLINDCONF-002 @SWH-MSG-015 @SHOULD
  Scenario: Bringing an agent into a call, who answers and leaves
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | member         |
      | conversation.member.added | conversation |           | $bob.extension |
      | state.updated             | conversation | CONNECTED |                |
    And Bob sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.member.added | conversation |          |      | $answers         |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Alice sees:
      | event                       | on           | state     | member         |
      | conversation.member.removed | conversation |           | $bob.extension |
      | state.updated               | conversation | CONNECTED |                |

  @SWH-AGENT-019 @SWH-AGENT-018 @SWH-STATE-006 @SHOULD
  Scenario Outline: Bringing an agent into a call who turns it down with <command>
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | member         |
      | conversation.member.added | conversation |           | $bob.extension |
      | state.updated             | conversation | CONNECTED |                |
    And Bob sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.member.added | conversation |          |      | $answers         |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
    When Bob sends <command>
    Then it succeeds
    And Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Alice sees:
      | event                       | on           | state     | member         |
      | conversation.member.removed | conversation |           | $bob.extension |
      | state.updated               | conversation | CONNECTED |                |
    Examples:
      | command              |
      | interaction.reject   |
      | conversation.release |

  @SWH-AGENT-021 @SWH-AGENT-018 @SWH-MSG-015 @SHOULD
  Scenario: Bringing an agent into a call who does not answer
    Given Carol is ready
    And Carol is ready
    And Bob is ready
    And Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | member         |
      | conversation.member.added | conversation |           | $bob.extension |
      | state.updated             | conversation | CONNECTED |                |
    And Bob sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.member.added | conversation |          |      | $answers         |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
    When 30 seconds pass
    Then Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Alice sees:
      | event                       | on           | state     | member         |
      | conversation.member.removed | conversation |           | $bob.extension |
      | state.updated               | conversation | CONNECTED |                |

  @SWH-AGENT-018 @SWH-AGENT-012 @SHOULD
  Scenario: Bringing an agent into a call with another
    Given Carol is ready
    And Dave is ready
    And Alice has a call with Bob
    When Alice sends conversation.blindconference with {"destination":"$carol.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | member           |
      | conversation.member.added | conversation |           | $carol.extension |
      | state.updated             | conversation | CONNECTED |                  |
    And Bob sees:
      | event                     | on           | state     | member           |
      | conversation.member.added | conversation |           | $carol.extension |
      | state.updated             | conversation | CONNECTED |                  |
    And Carol sees:
      | event                     | on           | state    | busy | member           |
      | channel.infochanged       | channel      |          |      |                  |
      | state.updated             | channel      | ACTIVE   | true |                  |
      | interaction.created       | interaction  |          |      |                  |
      | state.updated             | interaction  | ALERTING |      |                  |
      | conversation.created      | conversation |          |      |                  |
      | state.updated             | conversation | ALERTING |      |                  |
      | conversation.member.added | conversation |          |      | $alice.extension |
      | conversation.member.added | conversation |          |      | $bob.extension   |
      | conversation.initialized  | conversation |          |      |                  |
      | interaction.datachanged   | interaction  |          |      |                  |
      | interaction.preview       | interaction  |          |      |                  |
      | interaction.initialized   | interaction  |          |      |                  |
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |

  @SWH-AGENT-017 @SWH-BLINDCONF-005 @SWH-CODE-007 @SWH-MSG-010 @SHOULD
  Scenario Outline: Bringing in an agent who <is>
    Given Carol is ready
    And Bob <is>
    And Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$bob.extension"}
    Then it is refused as destination-unavailable
    And no event follows
    Examples:
      | is                         |
      | is logged in and not ready |
      | has a call                 |
