package io.github.switchhook.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.switchhook.conformance.catalogue.AgentNames;
import io.github.switchhook.conformance.foreign.ForeignProfile;
import io.github.switchhook.conformance.foreign.ForeignSwitch;
import io.github.switchhook.conformance.profile.Target;
import io.github.switchhook.conformance.report.Report;
import io.github.switchhook.conformance.report.runs.RunMatrix;
import io.github.switchhook.conformance.report.runs.RunResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Clicks through report.html in Chromium. Only CI does ({@code -Pci}); needs chromedriver, too. */
@Tag("ci")
@Timeout(120)
class BrowserTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private static Path folder;

  @SuppressWarnings("NullAway.Init") // set before all
  private static ChromeDriver browser;

  @BeforeAll
  static void open() throws IOException {
    Path chromium = InstalledTool.find("chromium");
    Path driver = InstalledTool.find("chromedriver");
    KitFixture.run(FakeSwitch.withFault("channel.dial", lines -> lines.subList(0, 4)))
        .write(folder);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + Files.createDirectory(folder.resolve("profile")));
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .build(),
            options);
    browser.get(folder.resolve("report.html").toUri().toString());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void saysTheVerdictFirst() {
    assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("failure fake");
    assertThat(browser.findElement(By.id("profiles")).getText()).contains("core", "failure");
  }

  @Test
  void filtersAndSearchesRequirements() {
    WebElement section = browser.findElement(By.id("requirements"));
    Supplier<List<WebElement>> rows = () -> shown(section, "tbody tr");
    assertThat(rows.get()).hasSize(5);

    WebElement search = section.findElement(By.name("q"));
    search.sendKeys("reason code");
    assertThat(rows.get()).isEmpty();
    search.clear();
    search.sendKeys("refusal REASON");
    await().atMost(Duration.ofSeconds(5)).until(() -> rows.get().size() == 1);
    assertThat(rows.get().get(0).getText()).contains("SWH-PROOF-004");
    search.clear();
    search.sendKeys(" ");

    section.findElement(By.name("verdict")).sendKeys("fail");
    await().atMost(Duration.ofSeconds(5)).until(() -> rows.get().size() == 1);
    assertThat(rows.get().get(0).getText()).contains("SWH-PROOF-002");
  }

  @Test
  void drawsTheLadderOfTheScenarioThatIsOpened() {
    WebElement section = browser.findElement(By.id("scenarios"));
    section.findElement(By.name("q")).sendKeys("SWH-PROOF-002");
    section.findElement(By.name("verdict")).sendKeys("fail");
    Supplier<List<WebElement>> found = () -> shown(section, "details.scenario");
    await().atMost(Duration.ofSeconds(5)).until(() -> found.get().size() == 1);
    WebElement scenario = found.get().get(0);

    // By script: the list that the filter has just shortened may still be moving under a mouse.
    browser.executeScript("arguments[0].click()", scenario.findElement(By.tagName("summary")));

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !scenario.findElements(By.cssSelector(".ladder svg")).isEmpty());
    assertThat(scenario.findElement(By.cssSelector(".ladder svg")).getText())
        .contains(AgentNames.FIRST, "Switch", "Far end", "success: channel.dial");
    assertThat(scenario.findElement(By.cssSelector(".ladder .finding")).getText())
        .contains("FAIL", "missing: ");
    assertThat(scenario.findElement(By.cssSelector(".log")).getText())
        .contains("\"command\":\"channel.dial\"")
        .doesNotContain("sesame");
  }

  /** The ladder has its commands and events, and nothing of its envelope, login or heartbeat. */
  @Test
  void drawsTheLadderOfAForeignSwitchInTheProtocolsWords() throws IOException {
    Path run = folder.resolve("foreign");
    try (ForeignSwitch foreign = ForeignSwitch.start()) {
      Target target = ForeignProfile.load(foreign, folder, UnaryOperator.identity());
      Report played = ForeignProfile.play(target, "SWH-HOLD-002");
      assertThat(played.exitCode()).as(played.pretty(false)).isZero();
      played.write(run);
    }
    inAnotherTab(
        run.resolve("report.html"),
        () -> {
          String open = "const s = document.querySelector('details.scenario[data-verdict=pass]');";
          browser.executeScript(open + "s.closest('details.group').open = s.open = true");
          By drawn = By.cssSelector("details.scenario[open] .ladder svg");
          await()
              .atMost(Duration.ofSeconds(10))
              .until(() -> !browser.findElements(drawn).isEmpty());
          WebElement ladder = browser.findElement(drawn);
          assertThat(ladder.getText())
              .contains(
                  "prepareSession",
                  "success: prepareSession",
                  "channel.dial",
                  "success: conversation.hold",
                  "state.updated (conversation) · HELD")
              .doesNotContain("resource", "messageType", "logon", "tick", "PARKED");
          assertThat(ladder.findElement(By.tagName("title")).getDomProperty("textContent"))
              .as("the raw line is still to be had")
              .isNotBlank();
          assertThat(browser.findElement(By.cssSelector("details.scenario[open] .log")).getText())
              .contains("resourceRequest", "PARKED")
              .doesNotContain("pa55");
        });
  }

  @Test
  void isNoWiderThanAPhone() {
    browser.manage().window().setSize(new Dimension(500, 900));

    assertThat(overflow()).isZero();
  }

  private static long overflow() {
    return (Long)
        Objects.requireNonNull(
            browser.executeScript(
                "return document.documentElement.scrollWidth"
                    + " - document.documentElement.clientWidth"));
  }

  @Test
  void printsWhatFailedOpenAndClosesItAgain() {
    By open = By.cssSelector("details.scenario[data-verdict=fail][open]");
    int before = browser.findElements(open).size();

    browser.executeScript("dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.findElements(open))
        .hasSameSizeAs(browser.findElements(By.cssSelector("details[data-verdict=fail]")))
        .isNotEmpty()
        .allSatisfy(
            failed -> assertThat(failed.findElements(By.cssSelector(".ladder svg"))).hasSize(1));
    browser.executeScript("dispatchEvent(new Event('afterprint'))");

    assertThat(browser.findElements(open)).hasSize(before);
  }

  @Test
  void showsImplementationsSideBySide() throws IOException {
    Path other = folder.resolve("other");
    KitFixture.run(FakeSwitch.faultless()).write(other);
    Path page = folder.resolve("matrix.html");
    Files.writeString(
        page, new RunMatrix(List.of(RunResults.read(folder), RunResults.read(other))).html());
    inAnotherTab(
        page,
        () -> {
          WebElement section = browser.findElement(By.id("requirements"));
          Supplier<List<WebElement>> rows = () -> shown(section, "tbody tr");
          assertThat(rows.get()).hasSize(5);
          section.findElement(By.name("q")).sendKeys("SWH-PROOF-002");
          await().atMost(Duration.ofSeconds(5)).until(() -> rows.get().size() == 1);
          assertThat(rows.get().get(0).getText()).contains("fail", "pass");
          section.findElement(By.name("agreement")).sendKeys("agree");
          await().atMost(Duration.ofSeconds(5)).until(() -> rows.get().isEmpty());
          assertThat(browser.findElement(By.id("profiles")).getText())
              .contains("failure", "success");
          browser.manage().window().setSize(new Dimension(500, 900));
          assertThat(overflow()).isZero();
          String hidden =
              "return [...document.querySelectorAll('.scroll')]"
                  + ".filter(box => box.scrollWidth > box.clientWidth).length";
          assertThat(browser.executeScript(hidden))
              .as("nothing of a table is out of a phone's sight")
              .isEqualTo(0L);
        });
  }

  private static void inAnotherTab(Path page, Runnable look) {
    String report = browser.getWindowHandle();
    browser.switchTo().newWindow(WindowType.TAB);
    try {
      browser.get(page.toUri().toString());
      look.run();
    } finally {
      browser.close();
      browser.switchTo().window(report);
    }
  }

  private static List<WebElement> shown(WebElement section, String selector) {
    return section.findElements(By.cssSelector(selector)).stream()
        .filter(row -> row.getDomAttribute("hidden") == null)
        .toList();
  }
}
