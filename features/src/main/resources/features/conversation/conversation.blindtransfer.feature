Feature: conversation.blindtransfer
  Transfers the call to a number without asking there first. The agent is disconnected whether it works or not.
  Stands in PROTOCOL.md, section 5, conversation.blindtransfer, with R4.

  @SWH-BLINDTRANSFER-001 @SWH-BLINDTRANSFER-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Transferring a connected call, target in the <form> form
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends conversation.blindtransfer with {"destination":"$expert"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-BLINDTRANSFER-001 @SWH-BLINDTRANSFER-002 @MUST
  Scenario Outline: Transferring to a number that <what>
    Given Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"<number>"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    Examples:
      | what           | number         |
      | rings          | $ringsToo      |
      | rings for long | $noAnswer      |
      | answers later  | $answersAfter5 |

  @SWH-BLINDTRANSFER-007 @SWH-BLINDTRANSFER-002 @SHOULD
  Scenario Outline: Transferring <situation>
    Given Alice has <situation>
    When Alice sends conversation.blindtransfer with {"destination":"$expert"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    Examples:
      | situation        |
      | an answered call |
      | a held call      |
      | a muted call     |
      | a recorded call  |

  @SWH-BLINDTRANSFER-007 @SWH-BLINDTRANSFER-002 @SHOULD
  Scenario Outline: Transferring the <object> of <situation> keeps the other conversation
    Given Alice has <situation>
    When Alice sends conversation.blindtransfer to the <object> with {"destination":"$third"}
    Then it succeeds
    And Alice sees:
      | event                    | on          | state | focus   |
      | state.updated            | <object>    | NULL  |         |
      | conversation.disposed    | <object>    |       |         |
      | interaction.focuschanged | interaction |       | <other> |
    Examples:
      | situation                | object       | other        |
      | a consult                | conversation | consult      |
      | a consult                | consult      | conversation |
      | an alternated consult    | conversation | consult      |
      | an alternated consult    | consult      | conversation |
      | a consult with both held | conversation | consult      |
      | a consult with both held | consult      | conversation |
      | a consult ringing        | conversation | consult      |

  @SWH-STATE-007 @SWH-BLINDTRANSFER-002 @SHOULD
  Scenario: Completing the call after a blind transfer
    Given Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"$expert"}
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-BLINDTRANSFER-003 @SWH-BLINDTRANSFER-004 @SWH-MSG-003
  Scenario Outline: A transfer to a number that <what> fails and disconnects the agent all the same
    Given Alice has a call
    When Alice sends conversation.blindtransfer with {"destination":"<number>"}
    Then it is refused as <code>
    And Alice sees:
      | event                 | on           |
      | state.updated         | conversation |
      | conversation.disposed | conversation |
      | interaction.ended     | interaction  |
    @SWH-CODE-006 @MUST
    Examples: No such number
      | what           | number   | code                |
      | does not exist | $invalid | invalid-destination |
    @SWH-CODE-007 @MUST
    Examples: Not available
      | what    | number   | code                    |
      | is busy | $busy    | destination-unavailable |
      | refuses | $refuses | destination-unavailable |

  @SWH-BLINDTRANSFER-008 @SWH-STATE-007
  Scenario Outline: After a transfer of <situation> that failed the interaction waits to be completed
    Given Alice has <situation>
    When Alice sends conversation.blindtransfer with {"destination":"<number>"}
    Then it is refused as <code>
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    @SWH-CODE-006 @SHOULD
    Examples: No such number
      | situation   | number   | code                |
      | a call      | $invalid | invalid-destination |
      | a held call | $invalid | invalid-destination |
    @SWH-CODE-007 @SHOULD
    Examples: Not available
      | situation   | number   | code                    |
      | a call      | $busy    | destination-unavailable |
      | a held call | $refuses | destination-unavailable |

  @SWH-BLINDTRANSFER-005 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario Outline: Transferring the <object> of <situation> is refused
    Given Alice has <situation>
    When Alice sends conversation.blindtransfer to the <object> with {"destination":"$third"}
    Then it is refused as invalid-state
    And no event follows
    Examples:
      | situation         | object       |
      | a call ringing in | conversation |
      | a dialled call    | conversation |
      | a consult ringing | consult      |

  @SWH-BLINDTRANSFER-005 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: Transferring to a number that does not exist before the call is answered changes nothing
    Given Alice has a dialled call
    When Alice sends conversation.blindtransfer with {"destination":"$invalid"}
    Then it is refused as invalid-state
    And no event follows
    When the far end answers
    Then Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |
      | state.updated | interaction  | STARTED   |       |

  @SWH-BLINDTRANSFER-006 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Transferring with unusable data <data> leaves the call up
    Given Alice has a call
    When Alice sends conversation.blindtransfer with <data>
    Then it is refused as invalid-data
    And no event follows
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | false |
    Examples:
      | data                        |
      | {}                          |
      | {"destination":""}          |
      | {"destination":5550101}     |
      | {"destination":null}        |
      | {"destination":["$expert"]} |
