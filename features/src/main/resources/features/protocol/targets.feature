Feature: Targets
  A target is the path of ids from the session down to the object; a command wants the right kind of object.
  Stands in PROTOCOL.md, sections 1 and 6.

  @SWH-TARGET-001 @SWH-HOLD-002 @MUST
  Scenario Outline: Events carry the group, whichever form the request uses: <form>
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           |
      | state.updated | conversation |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-TARGET-003 @SWH-TARGET-004 @SHOULD
  Scenario: A call on a channel that stands directly in the session
    Given Alice has an added channel
    When Alice sends channel.dial to the added channel with {"destination":"$answers"}
    Then it succeeds
    And Alice sees:
      | event                     | on            | state     | busy | member   |
      | channel.infochanged       | added channel |           |      |          |
      | state.updated             | added channel | ACTIVE    | true |          |
      | interaction.created       | interaction   |           |      |          |
      | state.updated             | interaction   | DIALING   |      |          |
      | conversation.created      | conversation  |           |      |          |
      | state.updated             | conversation  | INITIATED |      |          |
      | conversation.member.added | conversation  |           |      | $answers |
      | conversation.initialized  | conversation  |           |      |          |
      | interaction.datachanged   | interaction   |           |      |          |
      | interaction.preview       | interaction   |           |      |          |
      | interaction.initialized   | interaction   |           |      |          |
      | state.updated             | conversation  | CONNECTED |      |          |
      | state.updated             | interaction   | STARTED   |      |          |
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
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
      | event                | on            | state     | busy  |
      | state.updated        | interaction   | COMPLETED |       |
      | interaction.disposed | interaction   |           |       |
      | channel.infochanged  | added channel |           |       |
      | state.updated        | added channel | ACTIVE    | false |

  @SWH-TARGET-005 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario: A group as the target
    Given Alice is logged in
    When Alice sends channel.activate to "$group"
    Then it is refused as unknown-target
    And no event follows
    When Alice sends channel.activate
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |

  @SWH-TARGET-006 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario Outline: <command> to <target>, which does not exist
    Given Alice has a call
    When Alice sends <command> to "<target>" with <data>
    Then it is refused as unknown-target
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    Examples:
      | command                | target              | data                     |
      | session.request.logout | nosuch              | {}                       |
      | channel.activate       | $session.nosuch     | {}                       |
      | channel.dial           | nosuch.nosuch       | {"destination":"$rings"} |
      | interaction.complete   | $channel.nosuch     | {}                       |
      | interaction.consult    | $channel.nosuch     | {"destination":"$rings"} |
      | conversation.hold      | $interaction.nosuch | {}                       |
      | conversation.release   | $interaction.nosuch | {}                       |

  @SWH-TARGET-007 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario Outline: The malformed target <target>
    Given Alice has a call
    When Alice sends conversation.hold to "<target>"
    Then it is refused as unknown-target
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    Examples:
      | target                 |
      | .                      |
      | ....                   |
      | .$conversation         |
      | $conversation.         |
      | $conversation.more     |
      | $interaction..         |
      | $conversation $channel |

  @SWH-TARGET-008 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario Outline: <command> to an object of another agent's session
    Given Bob has a call
    And Alice has a call
    When Alice sends <command> to "<target>" with <data>
    Then it is refused as unknown-target
    And no event follows
    When Bob sends conversation.hold
    Then it succeeds
    And Bob sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    Examples:
      | command                | target            | data                     |
      | session.request.logout | $bob.session      | {}                       |
      | channel.dial           | $bob.channel      | {"destination":"$rings"} |
      | interaction.consult    | $bob.interaction  | {"destination":"$rings"} |
      | conversation.release   | $bob.conversation | {}                       |

  @SWH-TARGET-010 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario Outline: <command> on a completed call
    Given Alice has a completed call
    When Alice sends <command> with <data>
    Then it is refused as unknown-target
    And no event follows
    Examples:
      | command                      | data                      |
      | conversation.answer          | {}                        |
      | conversation.hold            | {}                        |
      | conversation.retrieve        | {}                        |
      | conversation.request.mute    | {}                        |
      | conversation.request.unmute  | {}                        |
      | conversation.senddtmf        | {"digits":"1"}            |
      | conversation.blindtransfer   | {"destination":"$expert"} |
      | conversation.blindconference | {"destination":"$expert"} |

  @SWH-TARGET-011 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario Outline: <command> on a conversation that has ended
    Given Alice has an ended call
    When Alice sends <command> with <data>
    Then it is refused as unknown-target
    And no event follows
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    Examples:
      | command                      | data                      |
      | conversation.answer          | {}                        |
      | conversation.hold            | {}                        |
      | conversation.retrieve        | {}                        |
      | conversation.request.mute    | {}                        |
      | conversation.request.unmute  | {}                        |
      | conversation.senddtmf        | {"digits":"1"}            |
      | conversation.blindtransfer   | {"destination":"$expert"} |
      | conversation.blindconference | {"destination":"$expert"} |

  @SWH-TARGET-009 @SWH-CODE-003 @SWH-MSG-010 @SHOULD
  Scenario Outline: <command> sent to the <object>
    Given Alice has a call
    When Alice sends <command> to the <object> with <data>
    Then it is refused as unknown-target
    And no event follows
    Examples: Session commands
      | command                    | object       | data                                                 |
      | session.start              | channel      | {}                                                   |
      | session.start              | interaction  | {}                                                   |
      | session.start              | conversation | {}                                                   |
      | session.request.logout     | channel      | {}                                                   |
      | session.request.logout     | interaction  | {}                                                   |
      | session.request.logout     | conversation | {}                                                   |
      | session.request.addchannel | channel      | {"channel":{"endpoint":"$spare","type":"Telephony"}} |
      | session.request.addchannel | interaction  | {"channel":{"endpoint":"$spare","type":"Telephony"}} |
      | session.request.addchannel | conversation | {"channel":{"endpoint":"$spare","type":"Telephony"}} |
    Examples: Channel commands
      | command                              | object       | data                      |
      | channel.activate                     | session      | {}                        |
      | channel.activate                     | interaction  | {}                        |
      | channel.activate                     | conversation | {}                        |
      | channel.dial                         | session      | {"destination":"$expert"} |
      | channel.dial                         | interaction  | {"destination":"$expert"} |
      | channel.dial                         | conversation | {"destination":"$expert"} |
      | channel.request.incontact.getscripts | session      | {}                        |
      | channel.request.incontact.getscripts | interaction  | {}                        |
      | channel.request.incontact.getscripts | conversation | {}                        |
    Examples: Interaction commands
      | command                              | object       | data                         |
      | interaction.accept                   | channel      | {}                           |
      | interaction.accept                   | conversation | {}                           |
      | interaction.reject                   | channel      | {}                           |
      | interaction.reject                   | conversation | {}                           |
      | interaction.setinteractiondata       | channel      | {"key":"order","value":"17"} |
      | interaction.setinteractiondata       | conversation | {"key":"order","value":"17"} |
      | interaction.setdisposition           | channel      | {"disposition":"sale"}       |
      | interaction.setdisposition           | conversation | {"disposition":"sale"}       |
      | interaction.complete                 | channel      | {}                           |
      | interaction.complete                 | conversation | {}                           |
      | interaction.consult                  | channel      | {"destination":"$expert"}    |
      | interaction.consult                  | conversation | {"destination":"$expert"}    |
      | interaction.alternate                | channel      | {}                           |
      | interaction.alternate                | conversation | {}                           |
      | interaction.consulttransfer          | channel      | {}                           |
      | interaction.consulttransfer          | conversation | {}                           |
      | interaction.consultconference        | channel      | {}                           |
      | interaction.consultconference        | conversation | {}                           |
      | interaction.request.recording.start  | channel      | {}                           |
      | interaction.request.recording.start  | conversation | {}                           |
      | interaction.request.recording.stop   | channel      | {}                           |
      | interaction.request.recording.stop   | conversation | {}                           |
      | interaction.request.recording.pause  | channel      | {}                           |
      | interaction.request.recording.pause  | conversation | {}                           |
      | interaction.request.recording.resume | channel      | {}                           |
      | interaction.request.recording.resume | conversation | {}                           |
    Examples: Conversation commands
      | command                      | object      | data                      |
      | conversation.answer          | channel     | {}                        |
      | conversation.answer          | interaction | {}                        |
      | conversation.release         | channel     | {}                        |
      | conversation.release         | interaction | {}                        |
      | conversation.hold            | channel     | {}                        |
      | conversation.hold            | interaction | {}                        |
      | conversation.retrieve        | channel     | {}                        |
      | conversation.retrieve        | interaction | {}                        |
      | conversation.request.mute    | channel     | {}                        |
      | conversation.request.mute    | interaction | {}                        |
      | conversation.request.unmute  | channel     | {}                        |
      | conversation.request.unmute  | interaction | {}                        |
      | conversation.senddtmf        | channel     | {"digits":"1"}            |
      | conversation.senddtmf        | interaction | {"digits":"1"}            |
      | conversation.blindtransfer   | channel     | {"destination":"$expert"} |
      | conversation.blindtransfer   | interaction | {"destination":"$expert"} |
      | conversation.blindconference | channel     | {"destination":"$expert"} |
      | conversation.blindconference | interaction | {"destination":"$expert"} |
