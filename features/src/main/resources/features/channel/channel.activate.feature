Feature: channel.activate
  Makes the channel ACTIVE, so that it can dial and be offered calls; with a queue, also from there.
  Stands in PROTOCOL.md, section 5, channel.activate.

  @SWH-ACTIVATE-001 @SWH-ACTIVATE-002 @SWH-ACTIVATE-003 @SWH-TARGET-001 @MUST
  Scenario Outline: Activating a channel for a queue, target in the <form> form
    Given Alice is logged in
    And Alice writes targets in the <form> form
    When Alice sends channel.activate with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-ACTIVATE-004 @SWH-ACTIVATE-002 @SWH-ACTIVATE-003 @SHOULD
  Scenario Outline: Activating a channel without a queue, data <data>
    Given Alice is logged in
    When Alice sends channel.activate with <data>
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |
    Examples:
      | data                  |
      | {}                    |
      | {"channeloptions":{}} |

  @SWH-ACTIVATE-001 @SWH-ACTIVATE-005 @SWH-MSG-011 @MUST
  Scenario: Activating for the same queue again
    Given Alice is logged in
    When Alice sends channel.activate with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |
    When Alice sends channel.activate with {"channeloptions":{"queue":"sales"}}
    Then it succeeds
    And no event follows

  @SWH-ACTIVATE-004 @SWH-ACTIVATE-005 @SWH-MSG-011 @SHOULD
  Scenario Outline: Activating an active channel without a queue again, data <data>
    Given Alice is ready
    When Alice sends channel.activate with <data>
    Then it succeeds
    And no event follows
    Examples:
      | data                  |
      | {}                    |
      | {"channeloptions":{}} |

  @SWH-ACTIVATE-001 @SWH-ACTIVATE-005 @SWH-MSG-011 @MUST
  Scenario: Activating an active channel during a call
    Given Alice has a call
    When Alice sends channel.activate
    Then it succeeds
    And no event follows

  @SWH-ACTIVATE-001 @SWH-ACTIVATE-009 @SWH-ACTIVATE-003 @MUST
  Scenario: Activating for another queue
    Given Alice is ready
    When Alice sends channel.activate with {"channeloptions":{"queue":"service"}}
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |

  @SWH-ACTIVATE-006 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Activating for an unknown queue
    Given Alice is logged in
    When Alice sends channel.activate with {"channeloptions":{"queue":"nosuch"}}
    Then it is refused as invalid-data
    And no event follows

  @SWH-ACTIVATE-007 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Activating with unusable data <data>
    Given Alice is logged in
    When Alice sends channel.activate with <data>
    Then it is refused as invalid-data
    And no event follows
    Examples:
      | data                            |
      | {"channeloptions":"sales"}      |
      | {"channeloptions":["sales"]}    |
      | {"channeloptions":{"queue":""}} |
      | {"channeloptions":{"queue":7}}  |

  @SWH-ACTIVATE-008 @SWH-STATE-013 @SWH-CODE-005 @SWH-MSG-010 @SHOULD
  Scenario: Activating a channel whose endpoint another agent holds
    Given Alice is prepared
    And Bob has added a channel at $alice.extension
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event               | on      | state       | busy  |
      | channel.created     | channel |             |       |
      | state.updated       | channel | UNAVAILABLE | false |
      | channel.initialized | channel |             |       |
      | session.initialized | session |             |       |
    When Alice sends channel.activate
    Then it is refused as invalid-state
    And no event follows
