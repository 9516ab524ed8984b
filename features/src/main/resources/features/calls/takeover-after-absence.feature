Feature: Taking over what has changed meanwhile
  What a new session reports of a call that changed while its agent had no connection.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 2.

  @SWH-TAKEOVER-003 @SWH-TAKEOVER-001 @SHOULD
  Scenario: A party that left a conference while the agent was disconnected is not reported
    Given Carol is ready
    And Alice has a conference with Bob
    When Alice's connection drops
    Then no event follows
    When the far end hangs up
    Then Bob sees:
      | event                       | on           | state     | member   |
      | conversation.member.removed | conversation |           | $answers |
      | state.updated               | conversation | CONNECTED |          |
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

  @SWH-TAKEOVER-003 @SWH-FAR-002 @SHOULD
  Scenario: A call answered while the agent was disconnected is reported as CONNECTED
    Given Alice has a dialled call
    When Alice's connection drops
    Then no event follows
    When the far end answers
    Then no event follows
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state     | busy | recording | member |
      | channel.created           | channel      |           |      |           |        |
      | state.updated             | channel      | ACTIVE    | true |           |        |
      | channel.initialized       | channel      |           |      |           |        |
      | interaction.created       | interaction  |           |      |           |        |
      | state.updated             | interaction  | STARTED   |      | OFF       |        |
      | conversation.created      | conversation |           |      |           |        |
      | state.updated             | conversation | CONNECTED |      |           |        |
      | conversation.member.added | conversation |           |      |           | $rings |
      | conversation.initialized  | conversation |           |      |           |        |
      | interaction.datachanged   | interaction  |           |      |           |        |
      | interaction.preview       | interaction  |           |      |           |        |
      | interaction.initialized   | interaction  |           |      |           |        |
      | session.initialized       | session      |           |      |           |        |

  @SWH-TAKEOVER-004 @SWH-TAKEOVER-003 @SHOULD
  Scenario: A call that ended while the agent was disconnected is reported as ENDED and can be completed
    Given Carol is ready
    And Alice has a call with Bob
    When Alice's connection drops
    Then no event follows
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                   | on          | state  | busy | recording |
      | channel.created         | channel     |        |      |           |
      | state.updated           | channel     | ACTIVE | true |           |
      | channel.initialized     | channel     |        |      |           |
      | interaction.created     | interaction |        |      |           |
      | state.updated           | interaction | ENDED  |      | OFF       |
      | interaction.datachanged | interaction |        |      |           |
      | interaction.preview     | interaction |        |      |           |
      | interaction.initialized | interaction |        |      |           |
      | session.initialized     | session     |        |      |           |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-TAKEOVER-005 @SHOULD
  Scenario: A call offered while the agent was disconnected is reported as ALERTING and can be answered
    Given Alice is ready
    And Bob is ready
    When Alice's connection drops
    Then no event follows
    When a customer calls Alice
    Then no event follows
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event                     | on           | state    | busy | recording | member  |
      | channel.created           | channel      |          |      |           |         |
      | state.updated             | channel      | ACTIVE   | true |           |         |
      | channel.initialized       | channel      |          |      |           |         |
      | interaction.created       | interaction  |          |      |           |         |
      | state.updated             | interaction  | ALERTING |      | OFF       |         |
      | conversation.created      | conversation |          |      |           |         |
      | state.updated             | conversation | ALERTING |      |           |         |
      | conversation.member.added | conversation |          |      |           | $caller |
      | conversation.initialized  | conversation |          |      |           |         |
      | interaction.datachanged   | interaction  |          |      |           |         |
      | interaction.preview       | interaction  |          |      |           |         |
      | interaction.initialized   | interaction  |          |      |           |         |
      | session.initialized       | session      |          |      |           |         |
    When Alice sends conversation.answer
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |

  @SWH-TAKEOVER-005 @SWH-TAKEOVER-001 @SWH-QUEUE-004 @SHOULD
  Scenario: A call offered to a disconnected agent goes to the next agent after the ring time
    Given Alice is ready
    And Bob is ready
    When Alice's connection drops
    Then no event follows
    When a customer calls Alice
    Then no event follows
    When the ring time passes
    Then Bob is offered a call from $caller
    When Alice logs in elsewhere with override
    Then it succeeds with {"session":"*"}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.created     | channel |        |       |
      | state.updated       | channel | ACTIVE | false |
      | channel.initialized | channel |        |       |
      | session.initialized | session |        |       |
