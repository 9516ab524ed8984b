Feature: channel.dial
  The smallest features that can show the kit saying no.

  @SWH-PROOF-001 @SWH-PROOF-002 @MUST
  Scenario: Dialling
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$rings","extensions":{"attempt":2}}
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

  @SWH-PROOF-003 @SWH-PROOF-004 @SWH-PROOF-002 @MUST
  Scenario: Dialling nowhere
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$invalid"}
    Then it is refused as invalid-destination
    And no event follows

  @SWH-PROOF-005 @SHOULD
  Scenario: Activating
    Given Alice is logged in
    When Alice sends channel.activate
    Then it succeeds
    And Alice sees:
      | event               | on      | state  |
      | channel.infochanged | channel |        |
      | state.updated       | channel | ACTIVE |
