Feature: conversation.senddtmf
  Sends DTMF tones to the other party, for instance to find one's way through an automated system.
  Stands in PROTOCOL.md, section 5, conversation.senddtmf.

  @SWH-DTMF-001 @SWH-DTMF-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Sending tones, target in the <form> form
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends conversation.senddtmf with {"digits":"12#"}
    Then it succeeds
    And no event follows
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-DTMF-001 @SWH-DTMF-002 @MUST
  Scenario Outline: Sending tones in <situation>
    Given Alice has <situation>
    When Alice sends conversation.senddtmf to the <object> with {"digits":"1"}
    Then it succeeds
    And no event follows
    Examples:
      | situation             | object       |
      | an answered call      | conversation |
      | a muted call          | conversation |
      | a recorded call       | conversation |
      | a consult             | consult      |
      | an alternated consult | conversation |
      | a conference          | conversation |

  @SWH-DTMF-001 @SWH-DTMF-002 @MUST
  Scenario Outline: Every tone can be sent: <digits>
    Given Alice has a call
    When Alice sends conversation.senddtmf with {"digits":"<digits>"}
    Then it succeeds
    And no event follows
    Examples:
      | digits     |
      | 0123456789 |
      | ABCD       |
      | *#         |

  @SWH-DTMF-004 @SWH-NUM-001 @SWH-NUM-008 @MUST
  Scenario: The automated system hears the tones in order
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$ivr"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member |
      | channel.infochanged       | channel      |           |      |        |
      | state.updated             | channel      | ACTIVE    | true |        |
      | interaction.created       | interaction  |           |      |        |
      | state.updated             | interaction  | DIALING   |      |        |
      | conversation.created      | conversation |           |      |        |
      | state.updated             | conversation | INITIATED |      |        |
      | conversation.member.added | conversation |           |      | $ivr   |
      | conversation.initialized  | conversation |           |      |        |
      | interaction.datachanged   | interaction  |           |      |        |
      | interaction.preview       | interaction  |           |      |        |
      | interaction.initialized   | interaction  |           |      |        |
      | state.updated             | conversation | CONNECTED |      |        |
      | state.updated             | interaction  | STARTED   |      |        |
    When Alice sends conversation.senddtmf with {"digits":"12"}
    Then it succeeds
    And no event follows
    And the far end has heard "12"
    When Alice sends conversation.senddtmf with {"digits":"*9#"}
    Then it succeeds
    And no event follows
    And the far end has heard "12*9#"

  @SWH-DTMF-004 @SWH-CONSULT-008 @MUST
  Scenario: The consulted automated system hears the tones
    Given Alice has a call
    When Alice sends interaction.consult with {"destination":"$ivr"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus   | member |
      | state.updated             | conversation | HELD      |       |         |        |
      | conversation.created      | consult      |           |       |         |        |
      | state.updated             | consult      | INITIATED | false |         |        |
      | conversation.member.added | consult      |           |       |         | $ivr   |
      | conversation.initialized  | consult      |           |       |         |        |
      | interaction.focuschanged  | interaction  |           |       | consult |        |
      | state.updated             | consult      | CONNECTED |       |         |        |
    When Alice sends conversation.senddtmf to the consult with {"digits":"42"}
    Then it succeeds
    And no event follows
    And the consulted party has heard "42"

  @SWH-DTMF-008 @SWH-DTMF-006 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Refused digits are not heard
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$ivr"}
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
      | state.updated             | conversation |
      | state.updated             | interaction  |
    When Alice sends conversation.senddtmf with {"digits":"12"}
    Then it succeeds
    And no event follows
    When Alice sends conversation.senddtmf with {"digits":"3x"}
    Then it is refused as invalid-data
    And no event follows
    And the far end has heard "12"

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Sending tones to the <object> of <situation> is refused
    Given Alice has <situation>
    When Alice sends conversation.senddtmf to the <object> with {"digits":"1"}
    Then it is refused as invalid-state
    And no event follows
    @SWH-DTMF-003 @MUST
    Examples: Plainly impossible
      | situation         | object       |
      | a call ringing in | conversation |
    @SWH-DTMF-005 @SHOULD
    Examples: Every other situation
      | situation                | object       |
      | a dialled call           | conversation |
      | a held call              | conversation |
      | a consult ringing        | conversation |
      | a consult ringing        | consult      |
      | a consult                | conversation |
      | an alternated consult    | consult      |
      | a consult with both held | conversation |
      | a consult with both held | consult      |

  @SWH-CODE-004 @SWH-MSG-010
  Scenario Outline: Sending the unusable digits <data>
    Given Alice has a call
    When Alice sends conversation.senddtmf with <data>
    Then it is refused as invalid-data
    And no event follows
    @SWH-DTMF-006 @SHOULD
    Examples: Other characters
      | data             |
      | {"digits":"12x"} |
      | {"digits":"1 2"} |
      | {"digits":"a"}   |
      | {"digits":"E"}   |
      | {"digits":"+1"}  |
      | {"digits":"1,2"} |
    @SWH-DTMF-007 @SHOULD
    Examples: Missing, empty or mistyped
      | data             |
      | {}               |
      | {"digits":""}    |
      | {"digits":12}    |
      | {"digits":null}  |
      | {"digits":["1"]} |

  @SWH-DTMF-009 @SHOULD
  Scenario: The far end sends digits
    Given Bob is ready
    And Alice has a call
    When the far end sends the digits "12#"
    Then no event follows

  @SWH-DTMF-010 @SWH-DTMF-009 @SHOULD
  Scenario: In a conference all other parties hear the digits
    Given Alice has a conference
    When the far end sends the digits "12#"
    Then no event follows
    And the consulted party has heard "12#"
    And the far end has heard ""
    When Alice sends conversation.senddtmf with {"digits":"7"}
    Then it succeeds
    And no event follows
    And the consulted party has heard "12#7"
    And the far end has heard "7"
