Feature: Magic numbers
  A dialled number scripts its far end, so that a scenario needs no set-up.
  Stands in PROTOCOL.md, section 7.

  @SWH-NUM-001 @SHOULD
  Scenario Outline: The number that answers at once: $<role>
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$<role>"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member  |
      | channel.infochanged       | channel      |           |      |         |
      | state.updated             | channel      | ACTIVE    | true |         |
      | interaction.created       | interaction  |           |      |         |
      | state.updated             | interaction  | DIALING   |      |         |
      | conversation.created      | conversation |           |      |         |
      | state.updated             | conversation | INITIATED |      |         |
      | conversation.member.added | conversation |           |      | $<role> |
      | conversation.initialized  | conversation |           |      |         |
      | interaction.datachanged   | interaction  |           |      |         |
      | interaction.preview       | interaction  |           |      |         |
      | interaction.initialized   | interaction  |           |      |         |
      | state.updated             | conversation | CONNECTED |      |         |
      | state.updated             | interaction  | STARTED   |      |         |
    Examples:
      | role    |
      | answers |
      | expert  |
      | third   |
      | ivr     |

  @SWH-NUM-002 @SWH-FAR-002 @SHOULD
  Scenario: The number that rings until it is told otherwise
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
    When 120 seconds pass
    Then no event follows
    When the far end answers
    Then Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |

  @SWH-NUM-003 @SHOULD
  Scenario: The number that answers after 5 seconds
    Given Alice is ready
    And Alice has dialled $answersAfter5
    When 4 seconds pass
    Then no event follows
    When 1 second passes
    Then Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |

  @SWH-NUM-003 @SHOULD
  Scenario: The number that answers after 5 seconds is released before
    Given Alice is ready
    And Alice has dialled $answersAfter5
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    When 10 seconds pass
    Then no event follows

  @SWH-NUM-004 @SWH-FAR-006 @SHOULD
  Scenario: The busy number
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$busy"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member |
      | channel.infochanged       | channel      |           |      |        |
      | state.updated             | channel      | ACTIVE    | true |        |
      | interaction.created       | interaction  |           |      |        |
      | state.updated             | interaction  | DIALING   |      |        |
      | conversation.created      | conversation |           |      |        |
      | state.updated             | conversation | INITIATED |      |        |
      | conversation.member.added | conversation |           |      | $busy  |
      | conversation.initialized  | conversation |           |      |        |
      | interaction.datachanged   | interaction  |           |      |        |
      | interaction.preview       | interaction  |           |      |        |
      | interaction.initialized   | interaction  |           |      |        |
      | state.updated             | conversation | FAILED    |      |        |
      | conversation.disposed     | conversation |           |      |        |
      | interaction.ended         | interaction  |           |      |        |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-NUM-005 @SWH-FAR-006 @SHOULD
  Scenario: The number that refuses
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$refuses"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member   |
      | channel.infochanged       | channel      |           |      |          |
      | state.updated             | channel      | ACTIVE    | true |          |
      | interaction.created       | interaction  |           |      |          |
      | state.updated             | interaction  | DIALING   |      |          |
      | conversation.created      | conversation |           |      |          |
      | state.updated             | conversation | INITIATED |      |          |
      | conversation.member.added | conversation |           |      | $refuses |
      | conversation.initialized  | conversation |           |      |          |
      | interaction.datachanged   | interaction  |           |      |          |
      | interaction.preview       | interaction  |           |      |          |
      | interaction.initialized   | interaction  |           |      |          |
      | state.updated             | conversation | FAILED    |      |          |
      | conversation.disposed     | conversation |           |      |          |
      | interaction.ended         | interaction  |           |      |          |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-NUM-006 @SWH-FAR-006 @SHOULD
  Scenario: The number that does not answer gives up after 20 seconds
    Given Alice is ready
    And Alice has dialled $noAnswer
    When 19 seconds pass
    Then no event follows
    When 1 second passes
    Then Alice sees:
      | event                 | on           | state  |
      | state.updated         | conversation | FAILED |
      | conversation.disposed | conversation |        |
      | interaction.ended     | interaction  |        |

  @SWH-NUM-007 @SHOULD
  Scenario: The number that hangs up after 5 seconds
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$hangsUpAfter5"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | busy | member         |
      | channel.infochanged       | channel      |           |      |                |
      | state.updated             | channel      | ACTIVE    | true |                |
      | interaction.created       | interaction  |           |      |                |
      | state.updated             | interaction  | DIALING   |      |                |
      | conversation.created      | conversation |           |      |                |
      | state.updated             | conversation | INITIATED |      |                |
      | conversation.member.added | conversation |           |      | $hangsUpAfter5 |
      | conversation.initialized  | conversation |           |      |                |
      | interaction.datachanged   | interaction  |           |      |                |
      | interaction.preview       | interaction  |           |      |                |
      | interaction.initialized   | interaction  |           |      |                |
      | state.updated             | conversation | CONNECTED |      |                |
      | state.updated             | interaction  | STARTED   |      |                |
    When 4 seconds pass
    Then no event follows
    When 1 second passes
    Then Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-NUM-003 @SWH-FAR-003 @SHOULD
  Scenario: A consulted number that answers after 5 seconds
    Given Alice has a call
    When Alice sends interaction.consult with {"destination":"$answersAfter5"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus   | member         |
      | state.updated             | conversation | HELD      |       |         |                |
      | conversation.created      | consult      |           |       |         |                |
      | state.updated             | consult      | INITIATED | false |         |                |
      | conversation.member.added | consult      |           |       |         | $answersAfter5 |
      | conversation.initialized  | consult      |           |       |         |                |
      | interaction.focuschanged  | interaction  |           |       | consult |                |
    When 5 seconds pass
    Then Alice sees:
      | event         | on      | state     |
      | state.updated | consult | CONNECTED |

  @SWH-NUM-007 @SWH-FAR-007 @SHOULD
  Scenario: A consulted number that hangs up after 5 seconds
    Given Alice has a call
    When Alice sends interaction.consult with {"destination":"$hangsUpAfter5"}
    Then it succeeds
    And Alice sees:
      | event                     | on           | state     | muted | focus   | member         |
      | state.updated             | conversation | HELD      |       |         |                |
      | conversation.created      | consult      |           |       |         |                |
      | state.updated             | consult      | INITIATED | false |         |                |
      | conversation.member.added | consult      |           |       |         | $hangsUpAfter5 |
      | conversation.initialized  | consult      |           |       |         |                |
      | interaction.focuschanged  | interaction  |           |       | consult |                |
      | state.updated             | consult      | CONNECTED |       |         |                |
    When 5 seconds pass
    Then Alice sees:
      | event                    | on          | state | focus        |
      | state.updated            | consult     | NULL  |              |
      | conversation.disposed    | consult     |       |              |
      | interaction.focuschanged | interaction |       | conversation |
