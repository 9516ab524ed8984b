Feature: What state events say is allowed
  Each state.updated lists the commands that its object allows at that moment, exactly: the ones that fail are missing.
  What the platform lacks is not offered. Stands in PROTOCOL.md, section 3, event data, and section 5.

  @SWH-STATE-011 @SWH-STATE-014 @SHOULD
  Scenario: A channel before and after it is activated
    Given Alice is logged in
    When Alice sends channel.activate
    Then it succeeds
    And Alice sees:
      | event               | on      | state  | busy  |
      | channel.infochanged | channel |        |       |
      | state.updated       | channel | ACTIVE | false |
    And Alice's channel allows:
      | channel.activate                     |
      | channel.dial                         |
      | channel.request.incontact.getscripts |

  @SWH-STATE-011 @SWH-STATE-014 @SWH-STATE-015 @SWH-STATE-016 @SWH-STATE-019 @SHOULD
  Scenario: A customer's call, from the first ring until it is completed
    Given Alice is ready
    When a customer calls Alice
    Then Alice is offered a call from $caller
    And Alice's channel allows:
      | channel.activate                     |
      | channel.request.incontact.getscripts |
    And Alice's interaction allows:
      | interaction.accept                 |
      | interaction.reject                 |
      | interaction.setinteractiondata     |
      | interaction.setdisposition         |
      | interaction.request.recording.stop |
    And Alice's conversation allows:
      | conversation.answer  |
      | conversation.release |
    When Alice sends conversation.answer
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice's conversation allows:
      | conversation.release         |
      | conversation.hold            |
      | conversation.request.mute    |
      | conversation.request.unmute  |
      | conversation.senddtmf        |
      | conversation.blindtransfer   |
      | conversation.blindconference |
    And Alice's interaction allows:
      | interaction.setinteractiondata      |
      | interaction.setdisposition          |
      | interaction.consult                 |
      | interaction.request.recording.start |
      | interaction.request.recording.stop  |
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state |
      | state.updated | conversation | HELD  |
    And Alice's conversation allows:
      | conversation.release       |
      | conversation.retrieve      |
      | conversation.blindtransfer |
    When Alice sends conversation.retrieve
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
    And Alice's conversation allows:
      | conversation.release         |
      | conversation.hold            |
      | conversation.request.mute    |
      | conversation.request.unmute  |
      | conversation.senddtmf        |
      | conversation.blindtransfer   |
      | conversation.blindconference |
    When Alice sends conversation.release
    Then it succeeds
    And Alice sees:
      | event                 | on           | state |
      | state.updated         | conversation | NULL  |
      | conversation.disposed | conversation |       |
      | interaction.ended     | interaction  |       |
    And Alice's conversation allows nothing
    When Alice sends interaction.complete
    Then it succeeds
    And Alice sees:
      | event                | on          | state     | busy  |
      | state.updated        | interaction | COMPLETED |       |
      | interaction.disposed | interaction |           |       |
      | channel.infochanged  | channel     |           |       |
      | state.updated        | channel     | ACTIVE    | false |
    And Alice's interaction allows nothing
    And Alice's channel allows:
      | channel.activate                     |
      | channel.dial                         |
      | channel.request.incontact.getscripts |

  @SWH-STATE-011 @SWH-STATE-014 @SWH-STATE-015 @SWH-STATE-016 @SHOULD
  Scenario: A call that is dialled, until the far end answers
    Given Alice is ready
    When Alice sends channel.dial with {"destination":"$rings"}
    Then it succeeds
    And Alice is dialling $rings
    And Alice's channel allows:
      | channel.activate                     |
      | channel.request.incontact.getscripts |
    And Alice's interaction allows:
      | interaction.setinteractiondata     |
      | interaction.setdisposition         |
      | interaction.request.recording.stop |
    And Alice's conversation allows:
      | conversation.release |
    When the far end answers
    Then Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
    And Alice's conversation allows:
      | conversation.release         |
      | conversation.hold            |
      | conversation.request.mute    |
      | conversation.request.unmute  |
      | conversation.senddtmf        |
      | conversation.blindtransfer   |
      | conversation.blindconference |
    And Alice's interaction allows:
      | interaction.setinteractiondata      |
      | interaction.setdisposition          |
      | interaction.consult                 |
      | interaction.request.recording.start |
      | interaction.request.recording.stop  |

  @SWH-STATE-011 @SWH-STATE-015 @SWH-STATE-019 @SHOULD
  Scenario: A call whose far end is busy
    Given Alice has a dialled call
    When the far end is busy
    Then Alice sees:
      | event                 | on           | state  |
      | state.updated         | conversation | FAILED |
      | conversation.disposed | conversation |        |
      | interaction.ended     | interaction  |        |
    And Alice's conversation allows nothing

  @SWH-STATE-011 @SWH-STATE-016 @SHOULD
  Scenario: A call that is muted, then held while muted
    Given Alice has a call
    When Alice sends conversation.request.mute
    Then it succeeds
    And Alice sees:
      | event         | on           | state     | muted |
      | state.updated | conversation | CONNECTED | true  |
    And Alice's conversation allows:
      | conversation.release         |
      | conversation.hold            |
      | conversation.request.mute    |
      | conversation.request.unmute  |
      | conversation.senddtmf        |
      | conversation.blindtransfer   |
      | conversation.blindconference |
    When Alice sends conversation.hold
    Then it succeeds
    And Alice sees:
      | event         | on           | state | muted |
      | state.updated | conversation | HELD  | true  |
    And Alice's conversation allows:
      | conversation.release       |
      | conversation.retrieve      |
      | conversation.blindtransfer |

  @SWH-STATE-011 @SWH-STATE-018 @SHOULD
  Scenario: A call whose recording is started, paused and stopped
    Given Alice has a call
    When Alice sends interaction.request.recording.start
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | ON        |
    And Alice's interaction allows:
      | interaction.setinteractiondata       |
      | interaction.setdisposition           |
      | interaction.consult                  |
      | interaction.request.recording.start  |
      | interaction.request.recording.stop   |
      | interaction.request.recording.pause  |
      | interaction.request.recording.resume |
    When Alice sends interaction.request.recording.pause
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | PAUSED    |
    And Alice's interaction allows:
      | interaction.setinteractiondata       |
      | interaction.setdisposition           |
      | interaction.consult                  |
      | interaction.request.recording.start  |
      | interaction.request.recording.stop   |
      | interaction.request.recording.pause  |
      | interaction.request.recording.resume |
    When Alice sends interaction.request.recording.stop
    Then it succeeds
    And Alice sees:
      | event         | on          | state   | recording |
      | state.updated | interaction | STARTED | OFF       |
    And Alice's interaction allows:
      | interaction.setinteractiondata      |
      | interaction.setdisposition          |
      | interaction.consult                 |
      | interaction.request.recording.start |
      | interaction.request.recording.stop  |
