Feature: Bad input
  Any message that cannot be understood gets a failure, changes nothing and does not end the session.
  Stands in PROTOCOL.md, section 6.

  @SWH-CODE-001 @SWH-MSG-010 @SWH-BAD-009 @SWH-MSG-012
  Scenario Outline: The text <text>
    Given Alice has a call
    When Alice sends the text "<text>"
    Then it is refused as malformed-message without command and target
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    @SWH-BAD-001 @SHOULD
    Examples: Not JSON
      | text              |
      | hello             |
      | {                 |
      | {command: hold}   |
      | conversation.hold |
      | <hold/>           |
    @SWH-BAD-002 @SHOULD
    Examples: JSON, but not an object
      | text |
      | 42   |
      | true |
      | []   |
      | [{}] |

  @SWH-BAD-001 @SWH-BAD-009 @SWH-CODE-001 @SWH-MSG-010 @SWH-MSG-012 @SHOULD
  Scenario: An empty text
    Given Alice has a call
    When Alice sends the text ""
    Then it is refused as malformed-message without command and target
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |

  @SWH-BAD-007 @SWH-BAD-009 @SWH-CODE-001 @SWH-MSG-010 @SWH-MSG-012 @SHOULD
  Scenario: A binary frame
    Given Alice has a call
    When Alice sends a binary frame
    Then it is refused as malformed-message without command and target
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |

  @SWH-BAD-008 @SHOULD
  Scenario: A message over the size limit
    Given Alice is logged in
    When Alice sends a message of 300 KiB
    Then the connection is closed with 1009

  @SWH-BAD-009 @SWH-CODE-001 @SWH-MSG-010
  Scenario Outline: The message <message>
    Given Alice has a call
    When Alice sends the message <message>
    Then it is refused as malformed-message without command and target
    And no event follows
    @SWH-BAD-003 @SHOULD
    Examples: Neither command nor target
      | message                    |
      | {}                         |
      | {"data":{}}                |
      | {"command":7,"data":{}}    |
      | {"command":null,"data":{}} |

  @SWH-BAD-003 @SWH-CODE-001 @SWH-MSG-010 @SHOULD
  Scenario Outline: An invalid command: <message>
    Given Alice has a call
    When Alice sends the message <message>
    Then it is refused as malformed-message
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    Examples:
      | message                                                 |
      | {"target":"$conversation","data":{}}                    |
      | {"command":"","target":"$conversation","data":{}}       |
      | {"command":null,"target":"$conversation","data":{}}     |
      | {"command":7,"target":"$conversation","data":{}}        |
      | {"command":["hold"],"target":"$conversation","data":{}} |

  @SWH-BAD-004 @SWH-CODE-001 @SWH-MSG-010 @SHOULD
  Scenario Outline: An invalid target: <message>
    Given Alice has a call
    When Alice sends the message <message>
    Then it is refused as malformed-message
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    Examples:
      | message                                                              |
      | {"command":"conversation.hold","data":{}}                            |
      | {"command":"conversation.hold","target":"","data":{}}                |
      | {"command":"conversation.hold","target":" ","data":{}}               |
      | {"command":"conversation.hold","target":null,"data":{}}              |
      | {"command":"conversation.hold","target":7,"data":{}}                 |
      | {"command":"conversation.hold","target":["$conversation"],"data":{}} |

  @SWH-BAD-005 @SWH-CODE-001 @SWH-MSG-010 @SHOULD
  Scenario Outline: Invalid data: <message>
    Given Alice has a call
    When Alice sends the message <message>
    Then it is refused as malformed-message
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    Examples:
      | message                                                               |
      | {"command":"conversation.hold","target":"$conversation"}              |
      | {"command":"conversation.hold","target":"$conversation","data":null}  |
      | {"command":"conversation.hold","target":"$conversation","data":"now"} |
      | {"command":"conversation.hold","target":"$conversation","data":7}     |
      | {"command":"conversation.hold","target":"$conversation","data":[]}    |

  @SWH-BAD-006 @SWH-CODE-002 @SWH-MSG-010 @SHOULD
  Scenario Outline: The unknown command <command>
    Given Alice has a call
    When Alice sends <command> to the <object>
    Then it is refused as unknown-command
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    Examples:
      | command                    | object       |
      | conversation.juggle        | conversation |
      | conversation.mute          | conversation |
      | Conversation.Hold          | conversation |
      | interaction.hold           | interaction  |
      | interaction.request.record | interaction  |
      | channel.hangup             | channel      |
      | session.stop               | session      |
      | state.updated              | channel      |
      | hold                       | conversation |
