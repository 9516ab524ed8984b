Feature: What happens without a command
  Callers call, far ends answer, hang up, are busy, refuse or do not answer; the same rules R1 to R5 hold.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 5, Without a command.

  @SWH-FAR-001 @SWH-STATE-005 @SHOULD
  Scenario: A customer calls
    Given Alice is ready
    When a customer calls Alice
    Then Alice sees:
      | event                     | on           | state    | busy | member  |
      | channel.infochanged       | channel      |          |      |         |
      | state.updated             | channel      | ACTIVE   | true |         |
      | interaction.created       | interaction  |          |      |         |
      | state.updated             | interaction  | ALERTING |      |         |
      | conversation.created      | conversation |          |      |         |
      | state.updated             | conversation | ALERTING |      |         |
      | conversation.member.added | conversation |          |      | $caller |
      | conversation.initialized  | conversation |          |      |         |
      | interaction.datachanged   | interaction  |          |      |         |
      | interaction.preview       | interaction  |          |      |         |
      | interaction.initialized   | interaction  |          |      |         |

  @SWH-FAR-001 @SHOULD
  Scenario: A customer calls an agent who writes targets in the short form
    Given Alice is ready
    And Alice writes targets in the short form
    When a customer calls Alice
    Then Alice sees:
      | event                     | on           | state    | busy |
      | channel.infochanged       | channel      |          |      |
      | state.updated             | channel      | ACTIVE   | true |
      | interaction.created       | interaction  |          |      |
      | state.updated             | interaction  | ALERTING |      |
      | conversation.created      | conversation |          |      |
      | state.updated             | conversation | ALERTING |      |
      | conversation.member.added | conversation |          |      |
      | conversation.initialized  | conversation |          |      |
      | interaction.datachanged   | interaction  |          |      |
      | interaction.preview       | interaction  |          |      |
      | interaction.initialized   | interaction  |          |      |

  @SWH-FAR-012 @SHOULD
  Scenario: A customer calls an agent whose channel is not active
    Given Alice is logged in and not ready
    When a customer calls Alice
    Then no event follows

  @SWH-STATE-010 @SHOULD
  Scenario Outline: A customer calls an agent who has <situation>
    Given Alice has <situation>
    When a customer calls Alice
    Then no event follows
    Examples:
      | situation      |
      | a dialled call |
      | a call         |
      | a held call    |
      | an ended call  |

  @SWH-FAR-001 @SHOULD
  Scenario: A customer calls after the last call was completed
    Given Alice has a completed call
    When a customer calls Alice
    Then Alice sees:
      | event                     | on           | state    | busy |
      | channel.infochanged       | channel      |          |      |
      | state.updated             | channel      | ACTIVE   | true |
      | interaction.created       | interaction  |          |      |
      | state.updated             | interaction  | ALERTING |      |
      | conversation.created      | conversation |          |      |
      | state.updated             | conversation | ALERTING |      |
      | conversation.member.added | conversation |          |      |
      | conversation.initialized  | conversation |          |      |
      | interaction.datachanged   | interaction  |          |      |
      | interaction.preview       | interaction  |          |      |
      | interaction.initialized   | interaction  |          |      |

  @SWH-FAR-005 @SWH-STATE-006 @SHOULD
  Scenario: The caller gives up before the answer
    Given Alice has a call ringing in
    When the far end hangs up
    Then Alice sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |

  @SWH-FAR-002 @SHOULD
  Scenario: The far end of a dialled call answers
    Given Alice has a dialled call
    When the far end answers
    Then Alice sees:
      | event         | on           | state     | muted | recording |
      | state.updated | conversation | CONNECTED | false |           |
      | state.updated | interaction  | STARTED   |       | OFF       |

  @SWH-FAR-003 @SHOULD
  Scenario: The consulted party answers
    Given Alice has a consult ringing
    When the consulted party answers
    Then Alice sees:
      | event         | on      | state     | muted |
      | state.updated | consult | CONNECTED | false |

  @SWH-FAR-004 @SWH-STATE-007 @SWH-STATE-004 @SHOULD
  Scenario Outline: The far end hangs up in <situation>
    Given Alice has <situation>
    When the far end hangs up
    Then Alice sees:
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
    Examples:
      | situation          |
      | an answered call   |
      | a call             |
      | a held call        |
      | a muted call       |
      | a recorded call    |
      | a paused recording |

  @SWH-FAR-006 @SWH-STATE-007 @SHOULD
  Scenario Outline: The far end of a dialled call <what>
    Given Alice has a dialled call
    When the far end <what>
    Then Alice sees:
      | event                 | on           | state  |
      | state.updated         | conversation | FAILED |
      | conversation.disposed | conversation |        |
      | interaction.ended     | interaction  |        |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    Examples:
      | what            |
      | is busy         |
      | refuses         |
      | does not answer |

  @SWH-FAR-013 @SHOULD
  Scenario Outline: The consulted party <what>
    Given Alice has a consult ringing
    When the consulted party <what>
    Then Alice sees:
      | event                    | on          | state  | focus        |
      | state.updated            | consult     | FAILED |              |
      | conversation.disposed    | consult     |        |              |
      | interaction.focuschanged | interaction |        | conversation |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |
    Examples:
      | what            |
      | is busy         |
      | refuses         |
      | does not answer |

  @SWH-FAR-007 @SHOULD
  Scenario Outline: The consulted party hangs up in <situation>
    Given Alice has <situation>
    When the consulted party hangs up
    Then Alice sees:
      | event                    | on          | state | focus        |
      | state.updated            | consult     | NULL  |              |
      | conversation.disposed    | consult     |       |              |
      | interaction.focuschanged | interaction |       | conversation |
    Examples:
      | situation                |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |

  @SWH-FAR-007 @SWH-STATE-009 @SHOULD
  Scenario Outline: The original party hangs up in <situation>, and the consult becomes the original conversation
    Given Alice has <situation>
    When the far end hangs up
    Then Alice sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    Examples:
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |

  @SWH-STATE-009 @SHOULD
  Scenario: The remaining conversation can be retrieved as the original one
    Given Alice has an alternated consult
    When the far end hangs up
    Then Alice sees:
      | event                    | on           | state | focus   |
      | state.updated            | conversation | NULL  |         |
      | conversation.disposed    | conversation |       |         |
      | interaction.focuschanged | interaction  |       | consult |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | false |

  @SWH-FAR-008 @SWH-FAR-004 @SHOULD
  Scenario: The members of a conference leave one after the other
    Given Alice has a conference
    When the consulted party hangs up
    Then Alice sees:
      | event                       | on           | state     | muted | member  |
      | conversation.member.removed | conversation |           |       | $expert |
      | state.updated               | conversation | CONNECTED | false |         |
    When the far end hangs up
    Then Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |

  @SWH-FAR-008 @SHOULD
  Scenario: The original party leaves a conference
    Given Alice has a conference
    When the far end hangs up
    Then Alice sees:
      | event                       | on           | state     | muted | member   |
      | conversation.member.removed | conversation |           |       | $answers |
      | state.updated               | conversation | CONNECTED | false |          |

  @SWH-FAR-009 @MUST
  Scenario Outline: The channel gets <kind> dispositions
    Given Alice is logged in
    When Alice's channel gets <kind> dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    Then Alice sees:
      | event                                | on      |
      | channel.externaldispositions.updated | channel |
    Examples:
      | kind     |
      | required |
      | optional |

  @SWH-FAR-010 @SHOULD
  Scenario Outline: The event says whether a disposition is required: <kind>
    Given Alice has a call
    When Alice's channel gets <kind> dispositions:
      | id | name |
      | 1  | Sale |
    Then Alice sees:
      | event                                | on      | required   |
      | channel.externaldispositions.updated | channel | <required> |
    Examples:
      | kind     | required |
      | required | true     |
      | optional | false    |

  @SWH-FAR-011 @SWH-STATE-006 @SHOULD
  Scenario: A rejected offer goes to the agent who has been idle longest
    Given Bob is ready
    And Carol is ready
    And Alice has a call ringing in
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
    And Bob is offered a call from $caller
    When Bob sends conversation.release
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
    And Carol is offered a call from $caller

  @SWH-FAR-011 @SWH-FAR-012 @SHOULD
  Scenario: A rejected offer does not go to an agent whose channel is not active or is busy
    Given Bob is logged in and not ready
    And Carol has a dialled call
    And Alice has a call ringing in
    When Alice sends interaction.reject
    Then it succeeds
    And Alice sees:
      | event                 | on           | state     | busy  |
      | state.updated         | conversation | NULL      |       |
      | conversation.disposed | conversation |           |       |
      | interaction.ended     | interaction  |           |       |
      | state.updated         | interaction  | COMPLETED |       |
      | interaction.disposed  | interaction  |           |       |
      | channel.infochanged   | channel      |           |       |
      | state.updated         | channel      | ACTIVE    | false |
