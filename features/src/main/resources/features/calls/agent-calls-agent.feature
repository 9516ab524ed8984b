Feature: An agent calls another
  What both agents see of their call, from the answer to the end.
  A ready agent that no later step names is a bystander and must see no event.
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

  @SWH-AGENT-004 @SWH-MSG-015 @SHOULD
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

  @SWH-AGENT-004 @SWH-MSG-015 @SHOULD
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
