package io.github.switchhook.simulator.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cucumber.core.exception.CucumberException;
import io.github.switchhook.conformance.Kit;
import java.net.http.HttpClient;
import java.util.List;

/** Breaks the rules of ArchitectureTest, so that they are seen to say no. */
public final class ArchitectureViolation {
  private ArchitectureViolation() {}

  /** Does what no class of the simulator may. */
  public static void offend(io.github.switchhook.simulator.farend.ArchitectureViolation other)
      throws InterruptedException {
    System.out.println(List.of(Kit.class, ObjectMapper.class, CucumberException.class, other));
    System.err.println(HttpClient.newHttpClient().version());
    Thread.sleep(0);
  }
}
