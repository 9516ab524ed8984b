Feature: Offers of chats and emails
  Which agent a chat or an email goes to, and which queues they wait in.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, sections 3 to 5.

  @SWH-MEDIA-012 @SWH-MEDIA-003 @SWH-STATE-006 @SHOULD
  Scenario Outline: An offer of <what> goes to the next agent after 30 seconds
    Given Bob has <what> channel
    And Alice has <what> channel
    When a customer <verb> Alice
    Then Alice is offered <what>
    When the ring time passes but for a second
    Then no event follows
    When 1 second passes
    Then Alice sees:
      | event                | on          | state     | busy  |
      | interaction.ended    | interaction |           |       |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    And Bob is offered <what>
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-011 @SWH-MEDIA-003 @SHOULD
  Scenario: A chat to a queue goes to the chat channels that joined it, one after the other
    Given Dave has a chat channel
    And Carol is ready in the queue sales
    And Alice has a chat channel in the queue sales
    And Bob has a chat channel in the queue sales
    When a customer chats with the queue sales
    Then Alice is offered a chat
    When another customer chats with the queue sales
    Then Bob is offered a chat
    When Alice sends interaction.reject
    Then it succeeds
    And Alice sees:
      | event                | on           | state     | busy  |
      | interaction.ended    | interaction  |           |       |
      | state.updated        | interaction  | COMPLETED |       |
      | interaction.disposed | interaction  |           |       |
      | channel.infochanged  | chat channel |           |       |
      | state.updated        | chat channel | ACTIVE    | false |
    When Bob sends interaction.accept
    Then it succeeds
    And Bob sees:
      | event         | on          | state   |
      | state.updated | interaction | STARTED |
    When Bob sends interaction.complete
    Then it succeeds
    And Bob sees:
      | event                   | on           | state     | busy  |
      | state.updated           | interaction  | COMPLETED |       |
      | interaction.disposed    | interaction  |           |       |
      | channel.infochanged     | chat channel |           |       |
      | state.updated           | chat channel | ACTIVE    | false |
      | channel.infochanged     | chat channel |           |       |
      | state.updated           | chat channel | ACTIVE    | true  |
      | interaction.created     | interaction  |           |       |
      | state.updated           | interaction  | ALERTING  |       |
      | interaction.datachanged | interaction  |           |       |
      | interaction.preview     | interaction  |           |       |
      | interaction.initialized | interaction  |           |       |

  @SWH-MEDIA-011 @SWH-QUEUE-002 @SHOULD
  Scenario: Neither a call nor an email to a queue goes to a chat channel
    Given Carol is ready in the queue sales
    And Alice has a chat channel in the queue sales
    When a customer calls the queue sales
    Then Carol is offered a call from $caller
    When another customer emails the queue sales
    Then no event follows
    When another customer calls the queue sales
    Then no event follows

  @SWH-MEDIA-011 @SWH-MEDIA-007 @SHOULD
  Scenario: A customer leaves a queue of chats
    Given Alice has an inactive chat channel
    When a customer chats with the queue sales
    Then no event follows
    When the customer leaves
    Then no event follows
    When Alice sends channel.activate to the chat channel with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And Alice sees:
      | event               | on           | state  | busy  |
      | channel.infochanged | chat channel |        |       |
      | state.updated       | chat channel | ACTIVE | false |

  @SWH-MEDIA-011 @SHOULD
  Scenario: A chat waits for the first chat channel that joins the queue
    Given Carol is ready in the queue sales
    And Alice has an inactive chat channel
    When a customer chats with the queue sales
    Then no event follows
    When Alice sends channel.activate to the chat channel with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And Alice sees:
      | event                   | on           | state    | busy  |
      | channel.infochanged     | chat channel |          |       |
      | state.updated           | chat channel | ACTIVE   | false |
      | channel.infochanged     | chat channel |          |       |
      | state.updated           | chat channel | ACTIVE   | true  |
      | interaction.created     | interaction  |          |       |
      | state.updated           | interaction  | ALERTING |       |
      | interaction.datachanged | interaction  |          |       |
      | interaction.preview     | interaction  |          |       |
      | interaction.initialized | interaction  |          |       |

  @SWH-MEDIA-010 @SWH-STATE-010 @SWH-FAR-011 @SHOULD
  Scenario: A rejected call does not go to a chat channel
    Given Bob has a chat channel
    And Bob has a dialled call
    And Alice has a call ringing in
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
