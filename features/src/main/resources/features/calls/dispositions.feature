Feature: The dialogue about dispositions
  What interaction.complete does where a channel has external dispositions, also where they change meanwhile.
  A ready agent that no later step names is a bystander and must see no event.
  Stands in PROTOCOL.md, section 5.

  @SWH-COMPLETE-016 @SWH-COMPLETE-006 @SWH-COMPLETE-007 @SWH-COMPLETE-008 @MUST
  Scenario: A required disposition is asked for until it is chosen
    Given Alice has an ended call
    And Alice's channel has required dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":true,"dispositions":[{"id":"1","name":"Sale"},{"id":"2","name":"Call back"}]}
    And no event follows
    When Alice sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":true,"dispositions":[{"id":"1","name":"Sale"},{"id":"2","name":"Call back"}]}
    And no event follows
    When Alice sends interaction.complete with {"dispositionId":"2","notes":"on Monday"}
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-016 @SWH-COMPLETE-006 @SWH-COMPLETE-009 @MUST
  Scenario: An optional disposition is asked for and skipped
    Given Alice has an ended call
    And Alice's channel has optional dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":false,"dispositions":[{"id":"1","name":"Sale"},{"id":"2","name":"Call back"}]}
    And no event follows
    When Alice sends interaction.complete with {"skipDisposition":true}
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  Scenario Outline: Choosing with <data>
    Given Alice has an ended call
    And Alice's channel has required dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice sends interaction.complete with <data>
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    @SWH-COMPLETE-008 @MUST
    Examples: Both
      | data                                  |
      | {"dispositionId":"2","notes":"Grüße"} |
    @SWH-COMPLETE-017 @SHOULD
    Examples: Without notes
      | data                             |
      | {"dispositionId":"1"}            |
      | {"dispositionId":"1","notes":""} |

  @SWH-COMPLETE-011 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: An unknown choice changes nothing
    Given Alice has an ended call
    And Alice's channel has required dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice sends interaction.complete with {"dispositionId":"3"}
    Then it is refused as invalid-data
    And no event follows
    When Alice sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":true,"dispositions":[{"id":"1","name":"Sale"},{"id":"2","name":"Call back"}]}
    And no event follows

  @SWH-COMPLETE-018 @SWH-COMPLETE-006 @SWH-AGENT-004 @MUST
  Scenario: One of two agents in a call is asked for a disposition
    Given Carol is ready
    And Alice has a call with Bob
    And Bob's channel has required dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Bob sees:
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
    When Bob sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":true,"dispositions":[{"id":"1","name":"Sale"},{"id":"2","name":"Call back"}]}
    And no event follows
    When Bob sends interaction.complete with {"dispositionId":"1","notes":""}
    Then it succeeds
    And Bob sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-019 @SWH-COMPLETE-006 @SWH-FAR-010 @MUST
  Scenario: Dispositions that come during wrap-up are asked for
    Given Bob is ready
    And Alice has an ended call
    When Alice's channel gets required dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    Then Alice sees:
      | event                                | on      | required |
      | channel.externaldispositions.updated | channel | true     |
    When Alice sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":true,"dispositions":[{"id":"1","name":"Sale"},{"id":"2","name":"Call back"}]}
    And no event follows

  @SWH-COMPLETE-019 @SHOULD
  Scenario: Dispositions that become optional may be skipped
    Given Alice has an ended call
    And Alice's channel has required dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice's channel gets optional dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    Then Alice sees:
      | event                                | on      |
      | channel.externaldispositions.updated | channel |
    When Alice sends interaction.complete with {"skipDisposition":true}
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-019 @SHOULD
  Scenario: Dispositions that are withdrawn are not asked for
    Given Alice has an ended call
    And Alice's channel has required dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice's channel gets optional dispositions:
      | id | name |
    Then Alice sees:
      | event                                | on      |
      | channel.externaldispositions.updated | channel |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |

  @SWH-COMPLETE-020 @SWH-COMPLETE-018 @SHOULD
  Scenario: A chat is completed without asking for the dispositions of the telephony channel
    Given Alice has a chat
    And Alice's channel has required dispositions:
      | id | name      |
      | 1  | Sale      |
      | 2  | Call back |
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on           | state     | busy  |
      | state.updated        | interaction  | COMPLETED |       |
      | interaction.disposed | interaction  |           |       |
      | channel.infochanged  | chat channel |           |       |
      | state.updated        | chat channel | ACTIVE    | false |

  @SWH-COMPLETE-021 @SWH-COMPLETE-016 @SWH-COMPLETE-006 @MUST
  Scenario Outline: Completing <what> asks for the dispositions of its own channel
    Given Alice has <what>
    And Alice's <channel> has required dispositions:
      | id | name   |
      | 7  | Solved |
    And Alice's channel has required dispositions:
      | id | name |
      | 1  | Sale |
    When Alice sends interaction.complete
    Then it must be confirmed with {"dispositionRequired":true,"dispositions":[{"id":"7","name":"Solved"}]}
    And no event follows
    When Alice sends interaction.complete with {"dispositionId":"7","notes":"Grüße"}
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | <channel>   |           |       |
      | state.updated        | <channel>   | ACTIVE    | false |
    Examples:
      | what     | channel       |
      | a chat   | chat channel  |
      | an email | email channel |

  @SWH-COMPLETE-021 @SWH-FAR-009 @SWH-FAR-010 @MUST
  Scenario: The dispositions of a chat channel change
    Given Bob is ready
    And Alice has a chat
    When Alice's chat channel gets optional dispositions:
      | id | name   |
      | 7  | Solved |
    Then Alice sees:
      | event                                | on           | required |
      | channel.externaldispositions.updated | chat channel | false    |
