Feature: What a customer brings along
  Data that a call has before any agent gets it, such as the answers that a caller gave to an automated system.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 3, call data.

  @SWH-CALLDATA-009 @SWH-FAR-001 @SWH-MSG-015 @SHOULD
  Scenario: A call with data
    Given Bob is ready
    And Alice is ready
    When a customer calls Alice with {"customer":"4711","tier":"gold"}
    Then Alice sees:
      | event                     | on           | state    | busy | member  | data                              |
      | channel.infochanged       | channel      |          |      |         |                                   |
      | state.updated             | channel      | ACTIVE   | true |         |                                   |
      | interaction.created       | interaction  |          |      |         |                                   |
      | state.updated             | interaction  | ALERTING |      |         |                                   |
      | conversation.created      | conversation |          |      |         |                                   |
      | state.updated             | conversation | ALERTING |      |         |                                   |
      | conversation.member.added | conversation |          |      | $caller |                                   |
      | conversation.initialized  | conversation |          |      |         |                                   |
      | interaction.datachanged   | interaction  |          |      |         | {"customer":"4711","tier":"gold"} |
      | interaction.preview       | interaction  |          |      |         |                                   |
      | interaction.initialized   | interaction  |          |      |         |                                   |

  @SWH-CALLDATA-009 @SWH-CALLDATA-001 @SWH-CALLDATA-003 @MUST
  Scenario: An agent overwrites some of the data, and the rest stays
    Given Alice is ready
    When a customer calls Alice with {"customer":"4711","tier":"gold"}
    Then Alice sees:
      | event                     | on           | state    | busy | member  | data                              |
      | channel.infochanged       | channel      |          |      |         |                                   |
      | state.updated             | channel      | ACTIVE   | true |         |                                   |
      | interaction.created       | interaction  |          |      |         |                                   |
      | state.updated             | interaction  | ALERTING |      |         |                                   |
      | conversation.created      | conversation |          |      |         |                                   |
      | state.updated             | conversation | ALERTING |      |         |                                   |
      | conversation.member.added | conversation |          |      | $caller |                                   |
      | conversation.initialized  | conversation |          |      |         |                                   |
      | interaction.datachanged   | interaction  |          |      |         | {"customer":"4711","tier":"gold"} |
      | interaction.preview       | interaction  |          |      |         |                                   |
      | interaction.initialized   | interaction  |          |      |         |                                   |
    When Alice sends conversation.answer
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When Alice sends interaction.setinteractiondata with {"key":"tier","value":"silver"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data                                |
      | interaction.datachanged | interaction | {"customer":"4711","tier":"silver"} |

  @SWH-CALLDATA-009 @SWH-QUEUE-001 @SWH-QUEUE-005 @SHOULD
  Scenario: A call with data waits in a queue
    Given Bob is ready in the queue service
    And Alice is logged in
    When a customer calls the queue sales with {"customer":"4711","tier":"gold"}
    Then no event follows
    When Alice sends channel.activate with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state    | busy  | member  | data                              |
      | channel.infochanged       | channel      |          |       |         |                                   |
      | state.updated             | channel      | ACTIVE   | false |         |                                   |
      | channel.infochanged       | channel      |          |       |         |                                   |
      | state.updated             | channel      | ACTIVE   | true  |         |                                   |
      | interaction.created       | interaction  |          |       |         |                                   |
      | state.updated             | interaction  | ALERTING |       |         |                                   |
      | conversation.created      | conversation |          |       |         |                                   |
      | state.updated             | conversation | ALERTING |       |         |                                   |
      | conversation.member.added | conversation |          |       | $caller |                                   |
      | conversation.initialized  | conversation |          |       |         |                                   |
      | interaction.datachanged   | interaction  |          |       |         | {"customer":"4711","tier":"gold"} |
      | interaction.preview       | interaction  |          |       |         |                                   |
      | interaction.initialized   | interaction  |          |       |         |                                   |

  @SWH-CALLDATA-010 @SWH-CALLDATA-008 @SHOULD
  Scenario: The next agent who is offered a rejected call finds what the first one added
    Given Carol is ready in the queue service
    And Bob is ready in the queue sales
    And Alice is ready in the queue sales
    When a customer calls the queue sales with {"customer":"4711","tier":"gold"}
    Then Bob sees:
      | event                     | on           | state    | busy | member  | data                              |
      | channel.infochanged       | channel      |          |      |         |                                   |
      | state.updated             | channel      | ACTIVE   | true |         |                                   |
      | interaction.created       | interaction  |          |      |         |                                   |
      | state.updated             | interaction  | ALERTING |      |         |                                   |
      | conversation.created      | conversation |          |      |         |                                   |
      | state.updated             | conversation | ALERTING |      |         |                                   |
      | conversation.member.added | conversation |          |      | $caller |                                   |
      | conversation.initialized  | conversation |          |      |         |                                   |
      | interaction.datachanged   | interaction  |          |      |         | {"customer":"4711","tier":"gold"} |
      | interaction.preview       | interaction  |          |      |         |                                   |
      | interaction.initialized   | interaction  |          |      |         |                                   |
    When Bob sends interaction.setinteractiondata with {"key":"note","value":"lunch"}
    Then it succeeds
    And Bob sees:
      | event                   | on          | data                                             |
      | interaction.datachanged | interaction | {"customer":"4711","tier":"gold","note":"lunch"} |
    When Bob sends interaction.reject
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
      | event                     | on           | state    | busy | member  | data                                             |
      | channel.infochanged       | channel      |          |      |         |                                                  |
      | state.updated             | channel      | ACTIVE   | true |         |                                                  |
      | interaction.created       | interaction  |          |      |         |                                                  |
      | state.updated             | interaction  | ALERTING |      |         |                                                  |
      | conversation.created      | conversation |          |      |         |                                                  |
      | state.updated             | conversation | ALERTING |      |         |                                                  |
      | conversation.member.added | conversation |          |      | $caller |                                                  |
      | conversation.initialized  | conversation |          |      |         |                                                  |
      | interaction.datachanged   | interaction  |          |      |         | {"customer":"4711","tier":"gold","note":"lunch"} |
      | interaction.preview       | interaction  |          |      |         |                                                  |
      | interaction.initialized   | interaction  |          |      |         |                                                  |

  @SWH-CALLDATA-010 @SWH-AGENT-014 @SWH-AGENT-015 @SHOULD
  Scenario: An agent to whom the call is transferred finds what the customer brought along
    Given Carol is ready
    And Bob is ready
    And Alice is ready
    When a customer calls Alice with {"customer":"4711","tier":"gold"}
    Then Alice sees:
      | event                     | on           | state    | busy | member  | data                              |
      | channel.infochanged       | channel      |          |      |         |                                   |
      | state.updated             | channel      | ACTIVE   | true |         |                                   |
      | interaction.created       | interaction  |          |      |         |                                   |
      | state.updated             | interaction  | ALERTING |      |         |                                   |
      | conversation.created      | conversation |          |      |         |                                   |
      | state.updated             | conversation | ALERTING |      |         |                                   |
      | conversation.member.added | conversation |          |      | $caller |                                   |
      | conversation.initialized  | conversation |          |      |         |                                   |
      | interaction.datachanged   | interaction  |          |      |         | {"customer":"4711","tier":"gold"} |
      | interaction.preview       | interaction  |          |      |         |                                   |
      | interaction.initialized   | interaction  |          |      |         |                                   |
    When Alice sends conversation.answer
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    When Alice sends conversation.blindtransfer with {"destination":"$bob.extension"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
      | event                     | on           | state    | busy | member  | data                              |
      | channel.infochanged       | channel      |          |      |         |                                   |
      | state.updated             | channel      | ACTIVE   | true |         |                                   |
      | interaction.created       | interaction  |          |      |         |                                   |
      | state.updated             | interaction  | ALERTING |      |         |                                   |
      | conversation.created      | conversation |          |      |         |                                   |
      | state.updated             | conversation | ALERTING |      |         |                                   |
      | conversation.member.added | conversation |          |      | $caller |                                   |
      | conversation.initialized  | conversation |          |      |         |                                   |
      | interaction.datachanged   | interaction  |          |      |         | {"customer":"4711","tier":"gold"} |
      | interaction.preview       | interaction  |          |      |         |                                   |
      | interaction.initialized   | interaction  |          |      |         |                                   |

  @SWH-CALLDATA-011 @SWH-MEDIA-001 @SHOULD
  Scenario Outline: A customer <verb> an agent, with data
    Given Alice has <what> channel
    When a customer <verb> Alice with {"subject":"order 17"}
    Then Alice sees:
      | event                   | on          | state    | busy | data                   |
      | channel.infochanged     | <channel>   |          |      |                        |
      | state.updated           | <channel>   | ACTIVE   | true |                        |
      | interaction.created     | interaction |          |      |                        |
      | state.updated           | interaction | ALERTING |      |                        |
      | interaction.datachanged | interaction |          |      | {"subject":"order 17"} |
      | interaction.preview     | interaction |          |      |                        |
      | interaction.initialized | interaction |          |      |                        |
    Examples:
      | verb       | what     | channel       |
      | chats with | a chat   | chat channel  |
      | emails     | an email | email channel |
