Feature: session.request.logout
  Ends the session. The agent's calls are released, and the session takes no more requests.
  Stands in PROTOCOL.md, section 2, step 4, and section 5, session.request.logout.

  @SWH-LOGOUT-001 @SWH-LOGOUT-002 @MUST
  Scenario: Logging out
    Given Alice is logged in
    When Alice sends session.request.logout
    Then it succeeds without data
    And no event follows

  @SWH-LOGOUT-001 @SWH-LOGOUT-002 @MUST
  Scenario: Logging out with an active channel
    Given Alice is ready
    When Alice sends session.request.logout
    Then it succeeds without data
    And no event follows

  @SWH-LOGOUT-001 @SWH-LOGOUT-002 @SWH-LOGOUT-005 @SWH-LOGOUT-006 @MUST
  Scenario Outline: Logging out releases <situation>
    Given Alice has <situation>
    When Alice sends session.request.logout
    Then it succeeds without data
    And no event follows
    When Alice logs in elsewhere
    Then it succeeds with {}
    And no event follows
    When Alice sends session.start
    Then it succeeds without data
    And Alice sees:
      | event               | on      |
      | channel.created     | channel |
      | state.updated       | channel |
      | channel.initialized | channel |
      | session.initialized | session |
    Examples:
      | situation         |
      | a call ringing in |
      | a dialled call    |
      | an answered call  |
      | a call            |
      | a held call       |
      | a muted call      |
      | a recorded call   |
      | an ended call     |
      | a completed call  |
    Examples: With a consult call
      | situation                |
      | a consult ringing        |
      | a consult                |
      | an alternated consult    |
      | a consult with both held |
      | a conference             |

  @SWH-LOGOUT-004 @SWH-CODE-009 @SWH-MSG-010 @MUST
  Scenario: Logging out before the session has been started
    Given Alice is prepared
    When Alice sends session.request.logout
    Then it is refused as session-not-started
    And no event follows

  @SWH-LOGOUT-003 @SWH-CODE-005 @SWH-MSG-010 @MUST
  Scenario Outline: <command> after logging out
    Given Alice has a call
    When Alice sends session.request.logout
    Then it succeeds without data
    And no event follows
    When Alice sends <command> with <data>
    Then it is refused as invalid-state
    And no event follows
    Examples: Sessions and channels
      | command                              | data                                               |
      | session.start                        | {}                                                 |
      | session.request.logout               | {}                                                 |
      | session.request.addchannel           | {"channel":{"endpoint":"7091","type":"Telephony"}} |
      | channel.activate                     | {}                                                 |
      | channel.dial                         | {"destination":"$answers"}                         |
      | channel.request.incontact.getscripts | {}                                                 |
    Examples: Interactions
      | command                              | data                         |
      | interaction.accept                   | {}                           |
      | interaction.reject                   | {}                           |
      | interaction.setinteractiondata       | {"key":"order","value":"17"} |
      | interaction.setdisposition           | {"disposition":"sale"}       |
      | interaction.complete                 | {}                           |
      | interaction.consult                  | {"destination":"$expert"}    |
      | interaction.alternate                | {}                           |
      | interaction.consulttransfer          | {}                           |
      | interaction.consultconference        | {}                           |
      | interaction.request.recording.start  | {}                           |
      | interaction.request.recording.stop   | {}                           |
      | interaction.request.recording.pause  | {}                           |
      | interaction.request.recording.resume | {}                           |
    Examples: Conversations
      | command                      | data                      |
      | conversation.answer          | {}                        |
      | conversation.release         | {}                        |
      | conversation.hold            | {}                        |
      | conversation.retrieve        | {}                        |
      | conversation.request.mute    | {}                        |
      | conversation.request.unmute  | {}                        |
      | conversation.senddtmf        | {"digits":"1"}            |
      | conversation.blindtransfer   | {"destination":"$expert"} |
      | conversation.blindconference | {"destination":"$expert"} |
