Feature: Chats and emails
  Interactions without conversations, each on a channel of its own type, beside the calls of the same agent.
  Stands in PROTOCOL.md, sections 3 to 5.

  @SWH-MEDIA-001 @SWH-MSG-015 @SHOULD
  Scenario Outline: A customer <verb> an agent
    Given Carol is ready
    And Bob has <what> channel
    And Alice has <what> channel
    When a customer <verb> Alice
    Then Alice sees:
      | event                   | on          | state    | busy |
      | channel.infochanged     | <channel>   |          |      |
      | state.updated           | <channel>   | ACTIVE   | true |
      | interaction.created     | interaction |          |      |
      | state.updated           | interaction | ALERTING |      |
      | interaction.datachanged | interaction |          |      |
      | interaction.preview     | interaction |          |      |
      | interaction.initialized | interaction |          |      |
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-016 @SWH-MEDIA-002 @SWH-MSG-015 @MUST
  Scenario Outline: Accepting <what>
    Given Bob has <what> channel
    And Alice has <what> coming in
    When Alice sends interaction.accept
    Then it succeeds
    And Alice sees:
      | event         | on          | state   |
      | state.updated | interaction | STARTED |
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-016 @SWH-MEDIA-003 @SWH-MEDIA-004 @SWH-MSG-015 @MUST
  Scenario Outline: Rejecting <what>, which goes to the next agent with a channel of that type
    Given Carol is ready
    And Bob has <what> channel
    And Alice has <what> coming in
    When Alice sends interaction.reject
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | interaction.ended    | interaction |           |       |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    And Bob is offered <what>
    When Bob sends interaction.accept
    Then it succeeds
    And Bob sees:
      | event         | on          | state   |
      | state.updated | interaction | STARTED |
    When 30 seconds pass
    Then no event follows
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-003 @SWH-STATE-006 @SHOULD
  Scenario Outline: Rejecting <what> that nobody else can take
    Given Bob is ready
    And Alice has <what> coming in
    When Alice sends interaction.reject
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | interaction.ended    | interaction |           |       |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    When a customer <verb> Alice
    Then Alice is offered <what>
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-013 @SWH-MEDIA-014 @SHOULD
  Scenario Outline: Setting data of <what>
    Given Alice has <what>
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"18"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"18"} |
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-013 @SWH-DISPO-001 @SWH-DISPO-002 @MUST
  Scenario Outline: Setting the disposition of <what>
    Given Alice has <what>
    When Alice sends interaction.setdisposition with {"disposition":"solved"}
    Then it succeeds
    And no event follows
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-COMPLETE-014 @SWH-MEDIA-005 @MUST
  Scenario Outline: Completing <what> while the customer is still there
    Given Alice has <what>
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    When a customer <verb> Alice
    Then Alice is offered <what>
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-COMPLETE-014 @SWH-MEDIA-006 @MUST
  Scenario Outline: Completing <what> after the customer has left
    Given Bob has <what> channel
    And Alice has <what>
    When the customer leaves
    Then Alice sees:
      | event             | on          |
      | interaction.ended | interaction |
    When 600 seconds pass
    Then no event follows
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-COMPLETE-015 @SWH-CODE-005 @SWH-MSG-010 @SWH-MSG-012 @MUST
  Scenario Outline: Completing <what> that was not accepted
    Given Alice has <what> coming in
    When Alice sends interaction.complete
    Then it is refused as invalid-state
    And no event follows
    When Alice sends interaction.accept
    Then it succeeds
    And Alice sees:
      | event         | on          | state   |
      | state.updated | interaction | STARTED |
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-007 @SWH-STATE-006 @SHOULD
  Scenario Outline: The customer leaves before <what> was accepted
    Given Bob has <what> channel
    And Alice has <what> coming in
    When the customer leaves
    Then Alice sees:
      | event                | on          | state     | busy  |
      | interaction.ended    | interaction |           |       |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    When 30 seconds pass
    Then no event follows
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-015 @SWH-ACCEPT-004 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario Outline: Accepting <what> twice
    Given Alice has <what>
    When Alice sends interaction.accept
    Then it is refused as invalid-state
    And no event follows
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-REJECT-004 @SWH-MEDIA-005 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario Outline: Rejecting <what> that was accepted
    Given Alice has <what>
    When Alice sends interaction.reject
    Then it is refused as invalid-state
    And no event follows
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-008 @SWH-CODE-008 @SWH-MSG-010 @SWH-MSG-012 @SHOULD
  Scenario Outline: <command> on <what> is unsupported
    Given Alice has <what>
    When Alice sends <command> with <data>
    Then it is refused as unsupported
    And no event follows
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    Examples:
      | what     | channel       | command                              | data                      |
      | a chat   | chat channel  | interaction.consult                  | {"destination":"$expert"} |
      | a chat   | chat channel  | interaction.alternate                | {}                        |
      | a chat   | chat channel  | interaction.consulttransfer          | {}                        |
      | a chat   | chat channel  | interaction.consultconference        | {}                        |
      | a chat   | chat channel  | interaction.request.recording.start  | {}                        |
      | a chat   | chat channel  | interaction.request.recording.stop   | {}                        |
      | a chat   | chat channel  | interaction.request.recording.pause  | {}                        |
      | a chat   | chat channel  | interaction.request.recording.resume | {}                        |
      | an email | email channel | interaction.consult                  | {"destination":"$expert"} |
      | an email | email channel | interaction.alternate                | {}                        |
      | an email | email channel | interaction.consulttransfer          | {}                        |
      | an email | email channel | interaction.consultconference        | {}                        |
      | an email | email channel | interaction.request.recording.start  | {}                        |
      | an email | email channel | interaction.request.recording.stop   | {}                        |
      | an email | email channel | interaction.request.recording.pause  | {}                        |
      | an email | email channel | interaction.request.recording.resume | {}                        |

  @SWH-MEDIA-008 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario Outline: Dialling on the <channel> is unsupported
    Given Alice has <what> channel
    When Alice sends channel.dial to the <channel> with {"destination":"$answers"}
    Then it is refused as unsupported
    And no event follows
    Examples:
      | what     | channel       |
      | a chat   | chat channel  |
      | an email | email channel |

  @SWH-MEDIA-009 @SHOULD
  Scenario Outline: A channel that carries <what> is offered no other
    Given Bob has <what> channel
    And Alice has <what>
    When another customer <verb> Alice
    Then no event follows
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-012 @SWH-MEDIA-003 @SWH-STATE-006 @SHOULD
  Scenario Outline: An offer of <what> that is not accepted goes on after half a minute
    Given Bob has <what> channel
    And Alice has <what> channel
    When a customer <verb> Alice
    Then Alice is offered <what>
    When 29 seconds pass
    Then no event follows
    When 1 seconds pass
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
  Scenario: A call to a queue does not go to a chat channel, and an email neither
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

  @SWH-MEDIA-010 @SWH-HOLD-002 @SHOULD
  Scenario: A chat comes in during a call, which is held meanwhile
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
