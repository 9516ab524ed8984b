Feature: channel.request.incontact.getscripts
  Lists the scripts of the channel. InContact only.
  Stands in PROTOCOL.md, section 5, channel.request.incontact.getscripts.

  @SWH-SCRIPTS-001 @SWH-SCRIPTS-003 @SWH-TARGET-001 @MUST
  Scenario Outline: Asking for the scripts, target in the <form> form
    Given Alice is logged in
    And Alice writes targets in the <form> form
    When Alice sends channel.request.incontact.getscripts
    Then it succeeds with {}
    And no event follows
    Examples:
      | form  |
      | full  |
      | short |

  @SWH-SCRIPTS-002 @SWH-SCRIPTS-003 @MUST
  Scenario: Each script has an id and a name
    Given Alice is ready
    When Alice sends channel.request.incontact.getscripts
    Then it succeeds with {"scripts":[{"scriptId":"*","scriptName":"*"}]}
    And no event follows

  @SWH-SCRIPTS-001 @SWH-SCRIPTS-003 @MUST
  Scenario Outline: Asking for the scripts during <situation>
    Given Alice has <situation>
    When Alice sends channel.request.incontact.getscripts
    Then it succeeds with {}
    And no event follows
    Examples:
      | situation         |
      | a call ringing in |
      | a dialled call    |
      | a call            |
      | an ended call     |

  @SWH-SCRIPTS-005 @SWH-CODE-008 @SWH-MSG-010 @SHOULD
  Scenario: Asking for the scripts on a switch without InContact
    Given Alice is logged in
    And the switch does not support incontact
    When Alice sends channel.request.incontact.getscripts
    Then it is refused as unsupported
    And no event follows

  @SWH-SCRIPTS-006 @SWH-SCRIPTS-002 @SWH-SCRIPTS-003 @MUST
  Scenario Outline: Asking for the scripts of <what> channel
    Given Alice has <what> channel
    When Alice sends channel.request.incontact.getscripts to the <channel>
    Then it succeeds with {"scripts":[{"scriptId":"*","scriptName":"*"}]}
    And no event follows
    Examples:
      | what     | channel       |
      | a chat   | chat channel  |
      | an email | email channel |
