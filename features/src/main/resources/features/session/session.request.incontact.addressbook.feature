Feature: session.request.incontact.addressbook
  Lists the contacts that the agent may call. InContact only.
  Stands in PROTOCOL.md, section 5, session.request.incontact.addressbook.

  @SWH-BOOK-001 @SWH-BOOK-003 @MUST
  Scenario Outline: Asking for the address book, realtime <realtime>
    Given Bob is ready
    And Alice is logged in
    When Alice sends session.request.incontact.addressbook with {"realtime":<realtime>}
    Then it succeeds with {"addressbooks":[{"name":"*"}]}
    And no event follows
    Examples:
      | realtime |
      | true     |
      | false    |

  @SWH-BOOK-002 @SWH-BOOK-003 @MUST
  Scenario: The entries of an address book
    Given Alice is logged in
    When Alice sends session.request.incontact.addressbook with {"realtime":false}
    Then it succeeds with {"addressbooks":[{"name":"*","entries":[{"name":"*","type":"*","destinations":[{"label":"*","value":"*"}],"properties":{}}]}]}
    And no event follows

  @SWH-BOOK-001 @SWH-BOOK-003 @MUST
  Scenario Outline: Asking for the address book during <situation>
    Given Alice has <situation>
    When Alice sends session.request.incontact.addressbook with {"realtime":false}
    Then it succeeds with {"addressbooks":[{"name":"*"}]}
    And no event follows
    Examples:
      | situation         |
      | a call ringing in |
      | a call            |
      | an ended call     |

  @SWH-BOOK-004 @SWH-CODE-004 @SWH-MSG-010 @SHOULD
  Scenario Outline: Asking for the address book with the unusable data <data>
    Given Alice is logged in
    When Alice sends session.request.incontact.addressbook with <data>
    Then it is refused as invalid-data
    And no event follows
    Examples:
      | data               |
      | {"realtime":"yes"} |
      | {"realtime":1}     |

  @SWH-BOOK-005 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Asking for the address book on a switch without InContact
    Given Alice is logged in
    And the switch does not support incontact
    When Alice sends session.request.incontact.addressbook with {"realtime":false}
    Then it is refused as unsupported
    And no event follows
