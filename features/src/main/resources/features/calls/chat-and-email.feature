Feature: Chats and emails
  Interactions without conversations, each on a channel of its own type.
  A ready agent that no later step names is a bystander and must see no event.
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

  @SWH-MEDIA-016 @SWH-MEDIA-003 @SWH-MSG-015 @MUST
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
    When the ring time passes
    Then no event follows
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |

  @SWH-MEDIA-003 @SWH-STATE-006 @SHOULD
  Scenario Outline: Rejecting <what> that no other agent can take
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

  @SWH-COMPLETE-014 @MUST
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
    When the ring time passes
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

  @SWH-REJECT-004 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
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
  Scenario Outline: A channel that carries <what> is not offered another
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

  @SWH-MEDIA-004 @MUST
  Scenario Outline: Another agent may handle <what> that was rejected
    Given Bob has <channel>
    And Alice has <what> coming in
    When Alice sends interaction.reject
    Then it succeeds
    And other scenarios judge the events
    And Bob's interaction is ALERTING
    When Bob sends interaction.accept
    Then it succeeds
    And other scenarios judge the events
    And Bob's interaction is STARTED
    Examples:
      | what     | channel          |
      | a chat   | a chat channel   |
      | an email | an email channel |

  @SWH-MEDIA-005 @MUST
  Scenario Outline: <what> goes from STARTED to COMPLETED
    Given Alice has <what> coming in
    When Alice sends interaction.accept
    Then it succeeds
    And other scenarios judge the events
    And Alice's interaction is STARTED
    When Alice sends interaction.complete
    Then it succeeds
    And other scenarios judge the events
    And Alice's interaction is COMPLETED
    Examples:
      | what     |
      | a chat   |
      | an email |
