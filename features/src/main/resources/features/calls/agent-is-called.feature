Feature: An agent is called by another
  Whether the call is answered, turned down, given up or not offered at all.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, sections 4 and 5, Without a command.

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

  @SWH-AGENT-005 @SWH-STATE-006 @SHOULD
  Scenario Outline: A called agent rejects the call with <command>
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
    When the ring time passes but for a second
    Then no event follows
    When 1 second passes
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
    When the ring time passes
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
