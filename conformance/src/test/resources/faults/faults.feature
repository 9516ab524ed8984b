Feature: Faults
  A call is dialled, or a number that does not exist, on a switch with one fault. The test says what the kit must find.

  @SWH-MSG-001 @SWH-MSG-005 @SWH-DIAL-001 @SWH-DIAL-002 @SWH-DIAL-004 @MUST
  Scenario Outline: <fault>
    Given Alice is ready
    And the fault <fault> strikes every <on>
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
    Examples: Faults of an event
      | fault          | on                  |
      | drop           | interaction.preview |
      | duplicate      | interaction.preview |
      | swap           | interaction.preview |
      | delay          | interaction.preview |
      | misdirect      | interaction.preview |
      | malformed-json | interaction.preview |
      | wrong-state    | state.updated       |
    Examples: Faults of a response
      | fault        | on           |
      | omit-echo    | channel.dial |
      | wrong-result | channel.dial |
      | oversize     | channel.dial |
      | close        | channel.dial |
      | half-open    | channel.dial |
    Examples: Faults of a request
      | fault        | on           |
      | refuse       | channel.dial |
      | stop-reading | channel.dial |

  @SWH-MSG-003 @SWH-DIAL-003 @MUST
  Scenario: omit-original
    Given Alice has a call
    And the fault omit-original strikes every message
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it is refused as invalid-state
    And no event follows
