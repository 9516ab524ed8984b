Feature: Taking over after a dropped connection
  A connection drops, the calls stay up, and the agent takes them over on a new connection.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 2.

  @SWH-TAKEOVER-001 @SWH-TAKEOVER-003 @SWH-TAKEOVER-006 @SWH-PREP-011 @SHOULD
  Scenario: Taking over a call with another agent sends that agent no event
    Given Carol is ready
    And Alice has a call with Bob
    When Alice's connection drops
    Then no event follows
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state     | busy | recording | member         |
      | channel.created           | channel      |           |      |           |                |
      | state.updated             | channel      | ACTIVE    | true |           |                |
      | channel.initialized       | channel      |           |      |           |                |
      | interaction.created       | interaction  |           |      |           |                |
      | state.updated             | interaction  | STARTED   |      | OFF       |                |
      | conversation.created      | conversation |           |      |           |                |
      | state.updated             | conversation | CONNECTED |      |           |                |
      | conversation.member.added | conversation |           |      |           | $bob.extension |
      | conversation.initialized  | conversation |           |      |           |                |
      | interaction.datachanged   | interaction  |           |      |           |                |
      | interaction.preview       | interaction  |           |      |           |                |
      | interaction.initialized   | interaction  |           |      |           |                |
      | session.initialized       | session      |           |      |           |                |
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
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

  @SWH-TAKEOVER-002 @SWH-PREP-005 @SWH-PREP-010 @SWH-MSG-004 @MUST
  Scenario: Logging in after a dropped connection without override
    Given Alice has a call
    When Alice's connection drops
    Then no event follows
    When Alice logs in elsewhere
    Then it must be confirmed
    And no event follows
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

  @SWH-TAKEOVER-003 @SWH-START-010 @SHOULD
  Scenario Outline: Taking over <situation>
    Given Alice has <situation>
    When Alice's connection drops
    Then no event follows
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state          | busy | recording   | member   |
      | channel.created           | channel      |                |      |             |          |
      | state.updated             | channel      | ACTIVE         | true |             |          |
      | channel.initialized       | channel      |                |      |             |          |
      | interaction.created       | interaction  |                |      |             |          |
      | state.updated             | interaction  | <interaction>  |      | <recording> |          |
      | conversation.created      | conversation |                |      |             |          |
      | state.updated             | conversation | <conversation> |      |             |          |
      | conversation.member.added | conversation |                |      |             | <member> |
      | conversation.initialized  | conversation |                |      |             |          |
      | interaction.datachanged   | interaction  |                |      |             |          |
      | interaction.preview       | interaction  |                |      |             |          |
      | interaction.initialized   | interaction  |                |      |             |          |
      | session.initialized       | session      |                |      |             |          |
    Examples:
      | situation          | interaction | recording | conversation | member   |
      | a call ringing in  | ALERTING    | OFF       | ALERTING     | $caller  |
      | a dialled call     | DIALING     | OFF       | INITIATED    | $rings   |
      | an answered call   | STARTED     | OFF       | CONNECTED    | $caller  |
      | a held call        | STARTED     | OFF       | HELD         | $answers |
      | a recorded call    | STARTED     | ON        | CONNECTED    | $answers |
      | a paused recording | STARTED     | PAUSED    | CONNECTED    | $answers |

  @SWH-TAKEOVER-003 @SWH-START-010 @SWH-TAKEOVER-006 @SHOULD
  Scenario: Taking over a consult with another agent, and transferring then
    Given Carol is ready
    And Alice has a consult with Bob
    When Alice's connection drops
    Then no event follows
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state     | busy | recording | member         |
      | channel.created           | channel      |           |      |           |                |
      | state.updated             | channel      | ACTIVE    | true |           |                |
      | channel.initialized       | channel      |           |      |           |                |
      | interaction.created       | interaction  |           |      |           |                |
      | state.updated             | interaction  | STARTED   |      | OFF       |                |
      | conversation.created      | conversation |           |      |           |                |
      | state.updated             | conversation | HELD      |      |           |                |
      | conversation.member.added | conversation |           |      |           | $answers       |
      | conversation.initialized  | conversation |           |      |           |                |
      | conversation.created      | consult      |           |      |           |                |
      | state.updated             | consult      | CONNECTED |      |           |                |
      | conversation.member.added | consult      |           |      |           | $bob.extension |
      | conversation.initialized  | consult      |           |      |           |                |
      | interaction.datachanged   | interaction  |           |      |           |                |
      | interaction.preview       | interaction  |           |      |           |                |
      | interaction.initialized   | interaction  |           |      |           |                |
      | session.initialized       | session      |           |      |           |                |
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

  @SWH-TAKEOVER-003 @SWH-START-010 @SHOULD
  Scenario: Taking over a conference reports its members
    Given Carol is ready
    And Alice has a conference with Bob
    When Alice's connection drops
    Then no event follows
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state     | busy | recording | member         |
      | channel.created           | channel      |           |      |           |                |
      | state.updated             | channel      | ACTIVE    | true |           |                |
      | channel.initialized       | channel      |           |      |           |                |
      | interaction.created       | interaction  |           |      |           |                |
      | state.updated             | interaction  | STARTED   |      | OFF       |                |
      | conversation.created      | conversation |           |      |           |                |
      | state.updated             | conversation | CONNECTED |      |           |                |
      | conversation.member.added | conversation |           |      |           | $answers       |
      | conversation.member.added | conversation |           |      |           | $bob.extension |
      | conversation.initialized  | conversation |           |      |           |                |
      | interaction.datachanged   | interaction  |           |      |           |                |
      | interaction.preview       | interaction  |           |      |           |                |
      | interaction.initialized   | interaction  |           |      |           |                |
      | session.initialized       | session      |           |      |           |                |
    When the far end hangs up
    Then Alice sees:
      | event                       | on           | state     | member   |
      | conversation.member.removed | conversation |           | $answers |
      | state.updated               | conversation | CONNECTED |          |
    And Bob sees:
      | event                       | on           | state     | member   |
      | conversation.member.removed | conversation |           | $answers |
      | state.updated               | conversation | CONNECTED |          |

  @SWH-TAKEOVER-008 @SWH-AGENT-014 @SHOULD
  Scenario: Taking over a call reports its data
    Given Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    When Alice's connection drops
    Then no event follows
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state     | busy | recording | member   | data           |
      | channel.created           | channel      |           |      |           |          |                |
      | state.updated             | channel      | ACTIVE    | true |           |          |                |
      | channel.initialized       | channel      |           |      |           |          |                |
      | interaction.created       | interaction  |           |      |           |          |                |
      | state.updated             | interaction  | STARTED   |      | OFF       |          |                |
      | conversation.created      | conversation |           |      |           |          |                |
      | state.updated             | conversation | CONNECTED |      |           |          |                |
      | conversation.member.added | conversation |           |      |           | $answers |                |
      | conversation.initialized  | conversation |           |      |           |          |                |
      | interaction.datachanged   | interaction  |           |      |           |          | {"order":"17"} |
      | interaction.preview       | interaction  |           |      |           |          |                |
      | interaction.initialized   | interaction  |           |      |           |          |                |
      | session.initialized       | session      |           |      |           |          |                |

  @SWH-TAKEOVER-007 @SWH-TAKEOVER-006 @SWH-PREP-007 @SWH-CODE-005 @MUST
  Scenario: The replaced connection gets no event of the call
    Given Carol is ready
    And Alice has a call with Bob
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state     | busy | recording | member         |
      | channel.created           | channel      |           |      |           |                |
      | state.updated             | channel      | ACTIVE    | true |           |                |
      | channel.initialized       | channel      |           |      |           |                |
      | interaction.created       | interaction  |           |      |           |                |
      | state.updated             | interaction  | STARTED   |      | OFF       |                |
      | conversation.created      | conversation |           |      |           |                |
      | state.updated             | conversation | CONNECTED |      |           |                |
      | conversation.member.added | conversation |           |      |           | $bob.extension |
      | conversation.initialized  | conversation |           |      |           |                |
      | interaction.datachanged   | interaction  |           |      |           |                |
      | interaction.preview       | interaction  |           |      |           |                |
      | interaction.initialized   | interaction  |           |      |           |                |
      | session.initialized       | session      |           |      |           |                |
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
    When Alice sends session.request.logout on the old connection
    Then it is refused as invalid-state
    And no event follows

  @SWH-TAKEOVER-009 @SWH-START-012 @SHOULD
  Scenario: Taking over a chat beside a call
    Given Alice has a call
    And Alice has a chat
    When Alice's connection drops
    Then no event follows
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on                | state     | busy | member   |
      | channel.created           | channel           |           |      |          |
      | state.updated             | channel           | ACTIVE    | true |          |
      | channel.initialized       | channel           |           |      |          |
      | channel.created           | chat channel      |           |      |          |
      | state.updated             | chat channel      | ACTIVE    | true |          |
      | channel.initialized       | chat channel      |           |      |          |
      | interaction.created       | other interaction |           |      |          |
      | state.updated             | other interaction | STARTED   |      |          |
      | conversation.created      | conversation      |           |      |          |
      | state.updated             | conversation      | CONNECTED |      |          |
      | conversation.member.added | conversation      |           |      | $answers |
      | conversation.initialized  | conversation      |           |      |          |
      | interaction.datachanged   | other interaction |           |      |          |
      | interaction.preview       | other interaction |           |      |          |
      | interaction.initialized   | other interaction |           |      |          |
      | interaction.created       | interaction       |           |      |          |
      | state.updated             | interaction       | STARTED   |      |          |
      | interaction.datachanged   | interaction       |           |      |          |
      | interaction.preview       | interaction       |           |      |          |
      | interaction.initialized   | interaction       |           |      |          |
      | session.initialized       | session           |           |      |          |
    When the customer leaves
    Then Alice sees:
      | event             | on          |
      | interaction.ended | interaction |
