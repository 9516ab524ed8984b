Feature: interaction.setinteractiondata
  Adds an item to the call data of an interaction, or overwrites it.
  Stands in PROTOCOL.md, section 5, interaction.setinteractiondata.

  @SWH-CALLDATA-001 @SWH-CALLDATA-002 @SWH-TARGET-001 @MUST
  Scenario Outline: Adding an item, target in the <form> form
    Given Alice has a call
    And Alice writes targets in the <form> form
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-CALLDATA-004 @SWH-CALLDATA-005 @MUST
  Scenario: An item is added, and overwritten
    Given Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And other scenarios judge the events
    And Alice's call data are {"order":"17"}
    When Alice sends interaction.setinteractiondata with {"key":"customer","value":"Miller"}
    Then it succeeds
    And other scenarios judge the events
    And Alice's call data are {"order":"17","customer":"Miller"}
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"18"}
    Then it succeeds
    And other scenarios judge the events
    And Alice's call data are {"order":"18","customer":"Miller"}

  @SWH-CALLDATA-002 @SHOULD
  Scenario: Adding a second item keeps the first
    Given Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    When Alice sends interaction.setinteractiondata with {"key":"customer","value":"Miller"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data                               |
      | interaction.datachanged | interaction | {"order":"17","customer":"Miller"} |

  @SWH-CALLDATA-002 @SHOULD
  Scenario: Overwriting an item
    Given Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"18"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"18"} |

  @SWH-CALLDATA-008 @SWH-CALLDATA-002 @SHOULD
  Scenario Outline: Setting call data on <situation>
    Given Alice has <situation>
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
    Examples:
      | situation         |
      | a call ringing in |
      | a dialled call    |
      | an answered call  |
      | a held call       |
      | a muted call      |
      | a recorded call   |
      | an ended call     |
    Examples: With a consult call
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |
      | a conference             |

  @SWH-CALLDATA-003 @SWH-TARGET-010 @SWH-CODE-003 @SWH-MSG-010 @MUST
  Scenario: Setting call data on a completed call
    Given Alice has a completed call
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it is refused as unknown-target
    And no event follows

  @SWH-CODE-004 @SWH-MSG-010
  Scenario Outline: Setting the unusable call data <data>
    Given Alice has a call
    When Alice sends interaction.setinteractiondata with <data>
    Then it is refused as invalid-data
    And no event follows
    @SWH-CALLDATA-006 @SHOULD
    Examples: Blank key
      | data                     |
      | {"key":"","value":"17"}  |
      | {"key":" ","value":"17"} |
    @SWH-CALLDATA-007 @SHOULD
    Examples: Missing or mistyped
      | data                            |
      | {}                              |
      | {"value":"17"}                  |
      | {"key":"order"}                 |
      | {"key":7,"value":"17"}          |
      | {"key":"order","value":17}      |
      | {"key":"order","value":true}    |
      | {"key":"order","value":null}    |
      | {"key":"order","value":{"a":1}} |

  @SWH-CALLDATA-006 @SWH-CALLDATA-002 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario: Refused call data is not stored
    Given Alice has a call
    When Alice sends interaction.setinteractiondata with {"key":"","value":"16"}
    Then it is refused as invalid-data
    And no event follows
    When Alice sends interaction.setinteractiondata with {"key":"order","value":"17"}
    Then it succeeds
    And Alice sees:
      | event                   | on          | data           |
      | interaction.datachanged | interaction | {"order":"17"} |
