Feature: Queues
  Which agent is offered a call to a queue, and which one is next.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 5, Without a command.

  @SWH-QUEUE-001 @SWH-QUEUE-002 @SWH-MSG-015 @SHOULD
  Scenario: A call goes to the agent of the queue who has been idle longest
    Given Dave is ready
    And Carol is ready in the queue service
    And Bob is ready in the queue sales
    And Alice is ready in the queue sales
    When a customer calls the queue sales
    Then Bob sees:
      | event                     | on           | state    | busy | member  |
      | channel.infochanged       | channel      |          |      |         |
      | state.updated             | channel      | ACTIVE   | true |         |
      | interaction.created       | interaction  |          |      |         |
      | state.updated             | interaction  | ALERTING |      |         |
      | conversation.created      | conversation |          |      |         |
      | state.updated             | conversation | ALERTING |      |         |
      | conversation.member.added | conversation |          |      | $caller |
      | conversation.initialized  | conversation |          |      |         |
      | interaction.datachanged   | interaction  |          |      |         |
      | interaction.preview       | interaction  |          |      |         |
      | interaction.initialized   | interaction  |          |      |         |
    When another customer calls the queue sales
    Then Alice sees:
      | event                     | on           | state    | busy | member       |
      | channel.infochanged       | channel      |          |      |              |
      | state.updated             | channel      | ACTIVE   | true |              |
      | interaction.created       | interaction  |          |      |              |
      | state.updated             | interaction  | ALERTING |      |              |
      | conversation.created      | conversation |          |      |              |
      | state.updated             | conversation | ALERTING |      |              |
      | conversation.member.added | conversation |          |      | $otherCaller |
      | conversation.initialized  | conversation |          |      |              |
      | interaction.datachanged   | interaction  |          |      |              |
      | interaction.preview       | interaction  |          |      |              |
      | interaction.initialized   | interaction  |          |      |              |
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |

  @SWH-QUEUE-001 @SWH-QUEUE-009 @SHOULD
  Scenario: The next call goes to the agent who has been idle longest
    Given Carol is ready in the queue service
    And Alice is ready in the queue sales
    And Bob is ready in the queue sales
    And a customer has called the queue sales
    And Alice is offered a call from $caller
    When Alice sends conversation.answer
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    When another customer calls the queue sales
    Then Bob is offered a call from $otherCaller

  @SWH-QUEUE-003 @SWH-STATE-006 @SHOULD
  Scenario Outline: A call rejected with <command> goes to the next agent, and then to the one after that
    Given Dave is ready in the queue service
    And Alice is ready in the queue sales
    And Bob is ready in the queue sales
    And Carol is ready in the queue sales
    And a customer has called the queue sales
    And Alice is offered a call from $caller
    When Alice sends <command>
    Then it succeeds
    And Alice sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Bob is offered a call from $caller
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
    And Carol is offered a call from $caller
    When Carol sends conversation.answer
    Then it succeeds
    And Carol sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    Examples:
      | command              |
      | interaction.reject   |
      | conversation.release |

  @SWH-QUEUE-004 @SWH-QUEUE-009 @SWH-STATE-006 @SHOULD
  Scenario: An unanswered call goes to the next agent after the ring time
    Given Dave is ready in the queue service
    And Alice is ready in the queue sales
    And Bob is ready in the queue sales
    And a customer has called the queue sales
    And Alice is offered a call from $caller
    When the ring time passes but for a second
    Then no event follows
    When 1 second passes
    Then Alice sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Bob is offered a call from $caller
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When 600 seconds pass
    Then no event follows

  @SWH-QUEUE-004 @SWH-FAR-011 @SWH-STATE-006 @SHOULD
  Scenario: An unanswered call to one agent goes to another
    Given Bob is ready
    And Alice is ready
    And a customer has called Alice
    And Alice is offered a call from $caller
    When the ring time passes but for a second
    Then no event follows
    When 1 second passes
    Then Alice sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Bob is offered a call from $caller

  @SWH-QUEUE-004 @SWH-QUEUE-005 @SHOULD
  Scenario: A call rings at each agent in turn, then waits
    Given Carol is ready in the queue service
    And Alice is ready in the queue sales
    And Bob is ready in the queue sales
    And a customer has called the queue sales
    And Alice is offered a call from $caller
    When the ring time passes
    Then Alice sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Bob is offered a call from $caller
    When the ring time passes
    Then Bob sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    When the ring time passes
    Then no event follows

  @SWH-QUEUE-011 @SWH-ACTIVATE-009 @SHOULD
  Scenario: An agent moves to another queue
    Given Alice is ready in the queue sales
    When Alice sends channel.activate with {"channeloptions":{"queue":"service"}}
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |
    When a customer calls the queue sales
    Then no event follows
    When another customer calls the queue service
    Then Alice is offered a call from $otherCaller

  @SWH-QUEUE-002 @SWH-QUEUE-001 @SWH-STATE-010 @SHOULD
  Scenario: An agent of the queue who dials is not free
    Given Carol is ready in the queue service
    And Bob is ready in the queue sales
    And Alice is ready in the queue sales
    And Bob has dialled $rings
    When a customer calls the queue sales
    Then Alice is offered a call from $caller
