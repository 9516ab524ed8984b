package io.github.switchhook.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.switchhook.conformance.catalogue.Scenario;
import io.github.switchhook.conformance.profile.Waiver;
import io.github.switchhook.conformance.protocol.Json;
import io.github.switchhook.conformance.verdict.Finding;
import io.github.switchhook.conformance.verdict.ProfileResult;
import io.github.switchhook.conformance.verdict.RequirementResult;
import io.github.switchhook.conformance.verdict.RunVerdict;
import io.github.switchhook.conformance.verdict.ScenarioResult;
import io.github.switchhook.conformance.verdict.Verdict;
import io.github.switchhook.conformance.verdict.WaiverResult;
import io.github.switchhook.fixtures.Requirement;
import java.util.Map;

/** Renders a run as results.json, the document for scripts. */
final class ResultsJson {
  private ResultsJson() {}

  static String render(Report report) {
    ObjectNode root = Json.object();
    root.put("verdict", report.outcome().word());
    root.put("exitCode", report.exitCode());
    root.put("target", report.target());
    root.put("url", report.url());
    report.problem().ifPresent(problem -> root.put("problem", problem));
    if (!report.only().isEmpty()) {
      report.only().forEach(root.putArray("only")::add);
    }
    if (!report.overrides().isEmpty()) {
      ArrayNode overrides = root.putArray("overrides");
      report.overrides().forEach(each -> overrides.add(overridden(each)));
    }
    if (!report.runVerdict().waivers().isEmpty()) {
      ArrayNode waivers = root.putArray("waivers");
      report.runVerdict().waivers().forEach(result -> waivers.add(waiver(result)));
      ArrayNode stale = root.putArray("staleWaivers");
      report.runVerdict().stale().forEach(stale::add);
    }
    root.set(
        "totals",
        totals(
            RunVerdict.totals(report.scenarios().stream().map(ScenarioResult::verdict).toList())));
    ArrayNode profiles = root.putArray("profiles");
    report.runVerdict().profiles().forEach(profile -> profiles.add(profile(profile)));
    ArrayNode requirements = root.putArray("requirements");
    report.runVerdict().requirements().forEach(result -> requirements.add(requirement(result)));
    ArrayNode scenarios = root.putArray("scenarios");
    report.scenarios().forEach(result -> scenarios.add(scenario(result)));
    if (report.endedEarly()) {
      root.put("ending", report.ending().word());
      ArrayNode notRun = root.putArray("notRun");
      report.notRun().forEach(scenario -> notRun.add(about(scenario)));
    }
    root.put("seed", report.seed());
    report.begun().ifPresent(begun -> root.put("begun", begun.toString()));
    root.put("durationMillis", report.duration().toMillis());
    return Json.pretty(root) + "\n";
  }

  private static ObjectNode totals(Map<Verdict, Integer> totals) {
    ObjectNode json = Json.object();
    totals.forEach((verdict, count) -> json.put(verdict.name(), count));
    return json;
  }

  private static ObjectNode profile(ProfileResult result) {
    ObjectNode json =
        Json.object()
            .put("profile", result.profile())
            .put("verdict", result.outcome().word())
            .put("claimed", result.claimed());
    return json.set("totals", totals(result.totals()));
  }

  private static ObjectNode requirement(RequirementResult result) {
    Requirement requirement = result.requirement();
    ObjectNode json =
        Json.object().put("id", requirement.id()).put("level", requirement.level().name());
    json.putObject("source")
        .put("mark", requirement.source().mark().name())
        .put("place", requirement.source().place());
    return json.put("command", requirement.command()).put("verdict", result.verdict().name());
  }

  private static ObjectNode scenario(ScenarioResult result) {
    ObjectNode json = about(result.scenario());
    json.put("verdict", result.verdict().name());
    json.put("complete", result.complete());
    json.put("durationMicros", result.duration().toNanos() / 1_000);
    if (!result.findings().isEmpty()) {
      ArrayNode findings = json.putArray("findings");
      result.findings().forEach(finding -> findings.add(finding(finding)));
    }
    String diagnostic = Diagnostic.of(result);
    if (!diagnostic.isEmpty()) {
      json.put("diagnostic", diagnostic);
    }
    return json;
  }

  private static ObjectNode about(Scenario scenario) {
    ObjectNode json = Json.object().put("name", scenario.name()).put("feature", scenario.place());
    ArrayNode requirements = json.putArray("requirements");
    scenario.requirements().forEach(requirement -> requirements.add(requirement.id()));
    return json;
  }

  private static ObjectNode overridden(ProfileOverride profile) {
    ObjectNode json = Json.object().put("id", profile.id()).put("level", profile.level().name());
    profile.instead().ifPresent(level -> json.put("instead", level.name()));
    json.put("events", profile.events());
    profile.scenario().ifPresent(name -> json.put("scenario", name));
    return json.put("reason", profile.reason()).put("reference", profile.reference());
  }

  private static ObjectNode waiver(WaiverResult result) {
    Waiver waiver = result.waiver();
    ObjectNode json = Json.object().put("id", waiver.id()).put("reason", waiver.reason());
    if (waiver.link() != null) {
      json.put("link", waiver.link());
    }
    return json.put("expires", waiver.expires().toString()).put("state", result.state().name());
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode json = Json.object().put("verdict", finding.verdict().name());
    ArrayNode kinds = json.putArray("kinds");
    finding.kinds().forEach(kind -> kinds.add(kind.name()));
    ArrayNode charged = json.putArray("charged");
    finding.charged().forEach(requirement -> charged.add(requirement.id()));
    return json.put("text", finding.text());
  }
}
