Feature: channel.dial
  Places an outbound call on a channel.
  Stands in PROTOCOL.md, section 5, channel.dial, with the eleven events of R1.

  @SWH-DIAL-001 @SWH-TARGET-001
  Scenario Outline: Dialling, target in the <form> form
    Given Alice is ready
    And Alice writes targets in the <form> form
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it succeeds
    And Alice sees:
      | event                     | on           |
      | channel.infochanged       | channel      |
      | state.updated             | channel      |
      | interaction.created       | interaction  |
      | state.updated             | interaction  |
      | conversation.created      | conversation |
      | state.updated             | conversation |
      | conversation.member.added | conversation |
      | conversation.initialized  | conversation |
      | interaction.datachanged   | interaction  |
      | interaction.preview       | interaction  |
      | interaction.initialized   | interaction  |
    @SWH-DIAL-002 @SWH-TARGET-002 @MUST
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-DIAL-004 @SWH-DIAL-001 @SWH-NUM-002 @MUST
  Scenario: What is reported while the far end rings
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member |
      | channel.infochanged       | channel      |           |      |        |
      | state.updated             | channel      | ACTIVE    | true |        |
      | interaction.created       | interaction  |           |      |        |
      | state.updated             | interaction  | DIALING   |      |        |
      | conversation.created      | conversation |           |      |        |
      | state.updated             | conversation | INITIATED |      |        |
      | conversation.member.added | conversation |           |      | $rings |
      | conversation.initialized  | conversation |           |      |        |
      | interaction.datachanged   | interaction  |           |      |        |
      | interaction.preview       | interaction  |           |      |        |
      | interaction.initialized   | interaction  |           |      |        |
    When 60 seconds pass
    Then no event follows

  @SWH-DIAL-001 @SWH-DIAL-005 @SWH-DIAL-002 @MUST
  Scenario: Dialling with platform-specific extensions
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$rings","extensions":{"campaign":"spring","attempt":2}}
    Then it succeeds
    And Alice sees:
      | event                     | on           |
      | channel.infochanged       | channel      |
      | state.updated             | channel      |
      | interaction.created       | interaction  |
      | state.updated             | interaction  |
      | conversation.created      | conversation |
      | state.updated             | conversation |
      | conversation.member.added | conversation |
      | conversation.initialized  | conversation |
      | interaction.datachanged   | interaction  |
      | interaction.preview       | interaction  |
      | interaction.initialized   | interaction  |

  @SWH-DIAL-006 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: Dialling on a channel that is not active
    Given Alice is logged in
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it is refused as invalid-state
    And no event follows
    When Alice sends channel.activate
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Dialling while the channel carries <situation>
    Given Alice has <situation>
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it is refused as invalid-state
    And no event follows
    @SWH-DIAL-003 @MUST
    Examples: Plainly impossible
      | situation |
      | a call    |
    @SWH-DIAL-007 @SHOULD
    Examples: Every other situation
      | situation         |
      | a call ringing in |
      | an answered call  |
      | a dialled call    |
      | a held call       |
      | a muted call      |
      | a recorded call   |
      | an ended call     |
    @SWH-DIAL-007 @SHOULD
    Examples: With a consult call
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |
      | a conference             |

  @SWH-DIAL-008 @SWH-CODE-006 @SWH-MSG-010 @SHOULD
  Scenario: Dialling a number that does not exist
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$invalid"}
    Then it is refused as invalid-destination
    And no event follows
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it succeeds
    And Alice sees:
      | event                     | on           |
      | channel.infochanged       | channel      |
      | state.updated             | channel      |
      | interaction.created       | interaction  |
      | state.updated             | interaction  |
      | conversation.created      | conversation |
      | state.updated             | conversation |
      | conversation.member.added | conversation |
      | conversation.initialized  | conversation |
      | interaction.datachanged   | interaction  |
      | interaction.preview       | interaction  |
      | interaction.initialized   | interaction  |

  @SWH-DIAL-009 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Dialling with unusable data <data>
    Given Alice is ready
    When Alice sends channel.dial with <data>
    Then it is refused as invalid-data
    And no event follows
    Examples:
      | data                                         |
      | {}                                           |
      | {"destination":""}                           |
      | {"destination":" "}                          |
      | {"destination":5550110}                      |
      | {"destination":null}                         |
      | {"destination":["$rings"]}                   |
      | {"destination":"$rings","extensions":"none"} |

  @SWH-DIAL-010 @SWH-DIAL-004 @SHOULD
  Scenario: Dialling again after the call was completed
    Given Alice has a completed call
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member |
      | channel.infochanged       | channel      |           |      |        |
      | state.updated             | channel      | ACTIVE    | true |        |
      | interaction.created       | interaction  |           |      |        |
      | state.updated             | interaction  | DIALING   |      |        |
      | conversation.created      | conversation |           |      |        |
      | state.updated             | conversation | INITIATED |      |        |
      | conversation.member.added | conversation |           |      | $rings |
      | conversation.initialized  | conversation |           |      |        |
      | interaction.datachanged   | interaction  |           |      |        |
      | interaction.preview       | interaction  |           |      |        |
      | interaction.initialized   | interaction  |           |      |        |
