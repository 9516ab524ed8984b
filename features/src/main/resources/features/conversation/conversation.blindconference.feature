Feature: conversation.blindconference
  Brings the party at a number into the call without asking there first.
  Stands in PROTOCOL.md, section 5, conversation.blindconference.

  @SWH-BLINDCONF-001 @SWH-BLINDCONF-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Bringing in a party, target in the <form> form
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends conversation.blindconference with {"destination":"$third"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | member |
      | conversation.member.added | conversation |           |       | $third |
      | state.updated             | conversation | CONNECTED | false |        |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-BLINDCONF-001 @SWH-BLINDCONF-007 @MUST
  Scenario: Bringing in a party that still rings
    Given Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$ringsToo"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | member    |
      | conversation.member.added | conversation |           |       | $ringsToo |
      | state.updated             | conversation | CONNECTED | false |           |

  @SWH-BLINDCONF-002
  Scenario Outline: Bringing a party into the <object> of <situation>
    Given Alice has <situation>
    When Alice sends conversation.blindconference to the <object> with {"destination":"$third"}
    Then it succeeds
    And Alice sees:
      | event                     | on       | state     | muted   | member |
      | conversation.member.added | <object> |           |         | $third |
      | state.updated             | <object> | CONNECTED | <muted> |        |
    @SWH-BLINDCONF-001 @MUST
    Examples: One conversation
      | situation        | object       | muted |
      | an answered call | conversation | false |
      | a muted call     | conversation | true  |
      | a recorded call  | conversation | false |
    @SWH-BLINDCONF-009 @SHOULD
    Examples: Consult calls and conferences
      | situation             | object       | muted |
      | a consult             | consult      | false |
      | an alternated consult | conversation | false |
      | a conference          | conversation | false |

  @SWH-FAR-008 @SWH-BLINDCONF-002 @SHOULD
  Scenario: The party that was brought in hangs up
    Given Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$third"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | member |
      | conversation.member.added | conversation |           |       | $third |
      | state.updated             | conversation | CONNECTED | false |        |
    When the third party hangs up
    Then Alice sees:
      | event                       | on           | state     | muted | member |
      | conversation.member.removed | conversation |           |       | $third |
      | state.updated               | conversation | CONNECTED | false |        |
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |

  @SWH-FAR-008 @SWH-BLINDCONF-007 @SHOULD
  Scenario Outline: The party that was brought in <what>
    Given Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$ringsToo"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | member    |
      | conversation.member.added | conversation |           |       | $ringsToo |
      | state.updated             | conversation | CONNECTED | false |           |
    When the third party <what>
    Then Alice sees:
      | event                       | on           | state     | muted | member    |
      | conversation.member.removed | conversation |           |       | $ringsToo |
      | state.updated               | conversation | CONNECTED | false |           |
    Examples:
      | what            |
      | refuses         |
      | does not answer |

  @SWH-RELEASE-006 @SWH-BLINDCONF-002 @MUST
  Scenario: The agent leaves a blind conference
    Given Alice has a call
    When Alice sends conversation.blindconference with {"destination":"$third"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | member |
      | conversation.member.added | conversation |           |       | $third |
      | state.updated             | conversation | CONNECTED | false |        |
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-CODE-005 @SWH-MSG-010
  Scenario Outline: Bringing a party into the <object> of <situation> is refused
    Given Alice has <situation>
    When Alice sends conversation.blindconference to the <object> with {"destination":"$third"}
    Then it is refused as invalid-state
    And no event follows
    @SWH-BLINDCONF-003 @MUST
    Examples: Plainly impossible
      | situation         | object       |
      | a call ringing in | conversation |
    @SWH-BLINDCONF-004 @SHOULD
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

  @SWH-BLINDCONF-005 @SWH-MSG-010
  Scenario Outline: Bringing in a party that <what> is refused and leaves the call up
    Given Alice has a call
    When Alice sends conversation.blindconference with {"destination":"<number>"}
    Then it is refused as <code>
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    @SWH-CODE-006 @SHOULD
    Examples: No such number
      | what           | number   | code                |
      | does not exist | $invalid | invalid-destination |
    @SWH-CODE-007 @SHOULD
    Examples: Not available
      | what    | number   | code                    |
      | is busy | $busy    | destination-unavailable |
      | refuses | $refuses | destination-unavailable |

  @SWH-BLINDCONF-006 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Bringing in a party with unusable data <data>
    Given Alice has a call
    When Alice sends conversation.blindconference with <data>
    Then it is refused as invalid-data
    And no event follows
    Examples:
      | data                    |
      | {}                      |
      | {"destination":""}      |
      | {"destination":5550102} |
      | {"destination":null}    |

  @SWH-BLINDCONF-008 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Bringing in a party on a switch without conferences
    Given Alice has a call
    And the switch does not support conference
    When Alice sends conversation.blindconference with {"destination":"$third"}
    Then it is refused as unsupported
    And no event follows
