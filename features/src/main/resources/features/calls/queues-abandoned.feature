Feature: Callers who hang up in a queue
  The caller hangs up while waiting, while ringing at an agent, and after the answer.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 5, Without a command.

  @SWH-QUEUE-006 @SHOULD
  Scenario: A caller hangs up while waiting
    Given Alice is logged in
    When a customer calls the queue sales
    Then no event follows
    When the far end hangs up
    Then no event follows
    When Alice sends channel.activate with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |

  @SWH-QUEUE-006 @SWH-QUEUE-010 @SWH-QUEUE-003 @SHOULD
  Scenario: A caller hangs up after all agents have rejected the call
    Given Carol is ready in the queue service
    And Alice is ready in the queue sales
    And Bob is logged in
    And a customer has called the queue sales
    And Alice is offered a call from $caller
    When Alice sends interaction.reject
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
    When the far end hangs up
    Then no event follows
    When Bob sends channel.activate with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And Bob sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |

  @SWH-QUEUE-007 @SWH-STATE-006 @SHOULD
  Scenario: A caller hangs up while ringing at an agent
    Given Alice is ready in the queue sales
    And Bob is ready in the queue sales
    And a customer has called the queue sales
    And Alice is offered a call from $caller
    When the far end hangs up
    Then Alice sees:
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

  @SWH-QUEUE-007 @SWH-QUEUE-003 @SWH-STATE-006 @SHOULD
  Scenario: A caller hangs up while ringing at the second agent
    Given Alice is ready in the queue sales
    And Bob is ready in the queue sales
    And Carol is ready in the queue sales
    And a customer has called the queue sales
    And Alice is offered a call from $caller
    When Alice sends interaction.reject
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

  @SWH-QUEUE-009 @SHOULD
  Scenario: A caller who was answered hangs up
    Given Alice is ready in the queue sales
    And Bob is ready in the queue sales
    And a customer has called the queue sales
    And Alice is offered a call from $caller
    When Alice sends interaction.accept
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | interaction  | STARTED   |
      | state.updated | conversation | CONNECTED |
    When the far end hangs up
    Then Alice sees:
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
