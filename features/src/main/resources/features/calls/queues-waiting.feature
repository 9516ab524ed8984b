Feature: Calls waiting in a queue
  A call that no agent can take waits for the first one who can.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 5, Without a command.

  @SWH-QUEUE-005 @SWH-QUEUE-002 @SWH-MSG-015 @SHOULD
  Scenario: A call waits for the first agent of the queue who becomes free
    Given Dave is ready
    And Carol is ready in the queue service
    And Bob is ready in the queue sales
    And a customer has called the queue sales
    And Bob is offered a call from $caller
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When another customer calls the queue sales
    Then no event follows
    When Bob sends conversation.release
    Then it succeeds
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Bob sends interaction.complete
    Then it succeeds
    And Bob sees:
      | event                     | on           | state     | busy  | member       |
      | state.updated             | interaction  | COMPLETED |       |              |
      | interaction.disposed      | interaction  |           |       |              |
      | channel.infochanged       | channel      |           |       |              |
      | state.updated             | channel      | ACTIVE    | false |              |
      | channel.infochanged       | channel      |           |       |              |
      | state.updated             | channel      | ACTIVE    | true  |              |
      | interaction.created       | interaction  |           |       |              |
      | state.updated             | interaction  | ALERTING  |       |              |
      | conversation.created      | conversation |           |       |              |
      | state.updated             | conversation | ALERTING  |       |              |
      | conversation.member.added | conversation |           |       | $otherCaller |
      | conversation.initialized  | conversation |           |       |              |
      | interaction.datachanged   | interaction  |           |       |              |
      | interaction.preview       | interaction  |           |       |              |
      | interaction.initialized   | interaction  |           |       |              |

  @SWH-QUEUE-005 @SHOULD
  Scenario: A call waits for the first agent who joins the queue
    Given Carol is ready in the queue service
    And Alice is logged in
    And Bob is logged in
    When a customer calls the queue sales
    Then no event follows
    When Bob sends channel.activate with {"channeloptions":{"queue":"service"}}
    Then it succeeds
    And Bob sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |
    When Alice sends channel.activate with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state    | busy  | member  |
      | channel.infochanged       | channel      |          |       |         |
      | state.updated             | channel      | ACTIVE   | false |         |
      | channel.infochanged       | channel      |          |       |         |
      | state.updated             | channel      | ACTIVE   | true  |         |
      | interaction.created       | interaction  |          |       |         |
      | state.updated             | interaction  | ALERTING |       |         |
      | conversation.created      | conversation |          |       |         |
      | state.updated             | conversation | ALERTING |       |         |
      | conversation.member.added | conversation |          |       | $caller |
      | conversation.initialized  | conversation |          |       |         |
      | interaction.datachanged   | interaction  |          |       |         |
      | interaction.preview       | interaction  |          |       |         |
      | interaction.initialized   | interaction  |          |       |         |
    When Alice sends conversation.answer
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |

  @SWH-QUEUE-008 @SHOULD
  Scenario: The caller who has waited longest is served first
    Given Alice is logged in
    When a customer calls the queue sales
    Then no event follows
    When another customer calls the queue sales
    Then no event follows
    When Alice sends channel.activate with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state    | busy  | member  |
      | channel.infochanged       | channel      |          |       |         |
      | state.updated             | channel      | ACTIVE   | false |         |
      | channel.infochanged       | channel      |          |       |         |
      | state.updated             | channel      | ACTIVE   | true  |         |
      | interaction.created       | interaction  |          |       |         |
      | state.updated             | interaction  | ALERTING |       |         |
      | conversation.created      | conversation |          |       |         |
      | state.updated             | conversation | ALERTING |       |         |
      | conversation.member.added | conversation |          |       | $caller |
      | conversation.initialized  | conversation |          |       |         |
      | interaction.datachanged   | interaction  |          |       |         |
      | interaction.preview       | interaction  |          |       |         |
      | interaction.initialized   | interaction  |          |       |         |
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
      | event                     | on           | state     | busy  | member       |
      | state.updated             | interaction  | COMPLETED |       |              |
      | interaction.disposed      | interaction  |           |       |              |
      | channel.infochanged       | channel      |           |       |              |
      | state.updated             | channel      | ACTIVE    | false |              |
      | channel.infochanged       | channel      |           |       |              |
      | state.updated             | channel      | ACTIVE    | true  |              |
      | interaction.created       | interaction  |           |       |              |
      | state.updated             | interaction  | ALERTING  |       |              |
      | conversation.created      | conversation |           |       |              |
      | state.updated             | conversation | ALERTING  |       |              |
      | conversation.member.added | conversation |           |       | $otherCaller |
      | conversation.initialized  | conversation |           |       |              |
      | interaction.datachanged   | interaction  |           |       |              |
      | interaction.preview       | interaction  |           |       |              |
      | interaction.initialized   | interaction  |           |       |              |

  @SWH-QUEUE-010 @SWH-QUEUE-003 @SHOULD
  Scenario: A call that the only agent has rejected waits for another
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
    When Bob sends channel.activate with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And Bob sees:
      | event                     | on           | state    | busy  | member  |
      | channel.infochanged       | channel      |          |       |         |
      | state.updated             | channel      | ACTIVE   | false |         |
      | channel.infochanged       | channel      |          |       |         |
      | state.updated             | channel      | ACTIVE   | true  |         |
      | interaction.created       | interaction  |          |       |         |
      | state.updated             | interaction  | ALERTING |       |         |
      | conversation.created      | conversation |          |       |         |
      | state.updated             | conversation | ALERTING |       |         |
      | conversation.member.added | conversation |          |       | $caller |
      | conversation.initialized  | conversation |          |       |         |
      | interaction.datachanged   | interaction  |          |       |         |
      | interaction.preview       | interaction  |          |       |         |
      | interaction.initialized   | interaction  |          |       |         |
