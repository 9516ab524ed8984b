Feature: Offers
  The sentences that compare how an interaction begins with the list of the feature that proves it.

  @SWH-DIAL-002 @MUST
  Scenario: An offer that the scenario is about
    Given Alice is ready
    When a customer calls Alice
    Then Alice is offered a call from $caller

  @SWH-DIAL-002 @MUST
  Scenario: An offer that the scenario begins with
    Given Alice is ready
    And a customer has called Alice
    And Alice is offered a call from $caller
    When Alice sends conversation.answer
    Then it succeeds
    And Alice sees:
      | event         | on           | state     |
      | state.updated | conversation | CONNECTED |
      | state.updated | interaction  | STARTED   |
