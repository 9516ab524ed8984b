Feature: Chats and emails beside a call
  An agent has a chat or an email and a call at the same time.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, sections 3 to 5.

  @SWH-MEDIA-010 @SWH-HOLD-002 @SHOULD
  Scenario: A chat comes in during a call, and the call is held
    Given Bob is ready
    And Alice has a chat channel
    And Alice has a call
    When a customer chats with Alice
    Then Alice is offered a chat
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    When Alice sends interaction.accept
    Then it succeeds
    And Alice sees:
      | event         | on          | state   |
      | state.updated | interaction | STARTED |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |

  @SWH-MEDIA-010 @SHOULD
  Scenario: A call ends and is completed beside a chat, which goes on
    Given Alice has a call
    And Alice has a chat
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on                | state |
      | state.updated         | conversation      | NULL  |
      | conversation.disposed | conversation      |       |
      | interaction.ended     | other interaction |       |
    When Alice sends interaction.complete to the other interaction
    Then it succeeds
    And Alice sees:
      | event                | on                | state     | busy  |
      | state.updated        | other interaction | COMPLETED |       |
      | interaction.disposed | other interaction |           |       |
      | channel.infochanged  | channel           |           |       |
      | state.updated        | channel           | ACTIVE    | false |
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    When the customer leaves
    Then Alice sees:
      | event             | on          |
      | interaction.ended | interaction |

  @SWH-MEDIA-010 @SHOULD
  Scenario: Dialling during a chat, and completing the chat during the call
    Given Carol is ready
    And Bob is ready
    And Alice has a chat
    And Alice has dialled $bob.extension
    And Bob is offered a call from $alice.extension
    When Alice sends interaction.complete to the other interaction
    Then it succeeds
    And Alice sees:
      | event                | on                | state     | busy  |
      | state.updated        | other interaction | COMPLETED |       |
      | interaction.disposed | other interaction |           |       |
      | channel.infochanged  | chat channel      |           |       |
      | state.updated        | chat channel      | ACTIVE    | false |
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

  @SWH-MEDIA-010 @SHOULD
  Scenario: Consulting and transferring a call during a chat
    Given Carol is ready
    And Bob is ready
    And Alice has a call
    And Alice has a chat
    When Alice sends interaction.consult to the other interaction with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                     | on                | state     | focus   | member         |
      | state.updated             | conversation      | HELD      |         |                |
      | conversation.created      | consult           |           |         |                |
      | state.updated             | consult           | INITIATED |         |                |
      | conversation.member.added | consult           |           |         | $bob.extension |
      | conversation.initialized  | consult           |           |         |                |
      | interaction.focuschanged  | other interaction |           | consult |                |
    And Bob is offered a call from $alice.extension
    When Bob sends conversation.answer
    Then it succeeds
    And Bob sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |
    When Alice sends interaction.consulttransfer to the other interaction
    Then it succeeds
    And Alice sees:
      | event                    | on                | state | focus   |
      | state.updated            | conversation      | NULL  |         |
      | conversation.disposed    | conversation      |       |         |
      | interaction.focuschanged | other interaction |       | consult |
      | state.updated            | consult           | NULL  |         |
      | conversation.disposed    | consult           |       |         |
      | interaction.ended        | other interaction |       |         |
    And Bob sees:
      | event                       | on           | state     | member           |
      | conversation.member.added   | conversation |           | $answers         |
      | conversation.member.removed | conversation |           | $alice.extension |
      | state.updated               | conversation | CONNECTED |                  |
    When the customer leaves
    Then Alice sees:
      | event             | on          |
      | interaction.ended | interaction |

  @SWH-MEDIA-010 @SWH-RECSTART-001 @SWH-RECSTART-002 @MUST
  Scenario: Recording a call during an email
    Given Alice has a call
    And Alice has an email
    When Alice sends interaction.request.recording.start to the other interaction
    Then it succeeds
    And Alice sees:
      | event         | on                | state   | recording |
      | state.updated | other interaction | STARTED | ON        |

  @SWH-MEDIA-010 @SWH-MEDIA-001 @SHOULD
  Scenario: A chat and an email beside a call
    Given Bob is ready
    And Alice has a chat channel
    And Alice has an email channel
    And Alice has a call ringing in
    When a customer chats with Alice
    Then Alice is offered a chat
    When Alice sends conversation.answer
    Then it succeeds
    And Alice sees:
      | event         | on                | state     |
      | state.updated | conversation      | CONNECTED |
      | state.updated | other interaction | STARTED   |
    When a customer emails Alice
    Then Alice is offered an email
    When Alice sends interaction.accept
    Then it succeeds
    And Alice sees:
      | event         | on          | state   |
      | state.updated | interaction | STARTED |
    When Alice sends interaction.accept to the other interaction
    Then it succeeds
    And Alice sees:
      | event         | on                | state   |
      | state.updated | other interaction | STARTED |

  @SWH-LOGOUT-001 @SWH-MEDIA-010 @SWH-AGENT-004 @MUST
  Scenario: Logging out of a chat and a call
    Given Carol is ready
    And Alice has a chat
    And Alice has a call with Bob
    When Alice sends session.request.logout
    Then it succeeds without data
    And Bob sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
