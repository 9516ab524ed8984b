package io.github.switchhook.simulator.call;

/**
 * A device that can be in calls.
 *
 * @param id never used twice in a switch's life, the same in every call the device is in
 * @param address the number that others see
 */
public record Party(String id, String address) {}
