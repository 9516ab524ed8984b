package io.github.switchhook.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sound file, heard as an exchange would: with Goertzel's filter. */
class DtmfWavWriterTest {
  private static final int[] TONES = {697, 770, 852, 941, 1209, 1336, 1477, 1633};
  private static final int RATE = DtmfWavWriter.SAMPLES_PER_SECOND;
  private static final int TENTH = RATE / 10;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void hasEachDigitWhereItWasSentAndNoPauses() throws Exception {
    // Recorded from 0 to 2 s and from 10 to 11 s, when it still goes on.
    short[] sound =
        sound(
            """
            {"time":"2026-01-01T00:00:11Z","state":"ON","segments":[
              {"from":"2026-01-01T00:00:00Z","to":"2026-01-01T00:00:02Z",
               "digits":[{"at":"2026-01-01T00:00:01Z","digits":"1D"}]},
              {"from":"2026-01-01T00:00:10Z","to":null,
               "digits":[{"at":"2026-01-01T00:00:10.500Z","digits":"#"}]}]}
            """);

    assertThat(sound).hasSize(3 * RATE);
    assertThat(heard(sound, 1000)).containsExactly(697, 1209);
    assertThat(heard(sound, 1150)).containsExactly(941, 1633);
    assertThat(heard(sound, 2500)).containsExactly(941, 1477);
    assertThat(IntStream.of(0, 900, 1300, 1900, 2400, 2600).boxed())
        .allSatisfy(millis -> assertThat(heard(sound, millis)).as("at %s ms", millis).isEmpty());
  }

  @Test
  void isAsLongAsItsDigitsWhereTimeStoodStill() throws Exception {
    short[] sound =
        sound(
            """
            {"time":"2026-01-01T00:00:00Z","state":"OFF","segments":[
              {"from":"2026-01-01T00:00:00Z","to":"2026-01-01T00:00:00Z",
               "digits":[{"at":"2026-01-01T00:00:00Z","digits":"5"},
                         {"at":"2026-01-01T00:00:00Z","digits":"6"}]}]}
            """);

    assertThat(sound).hasSize(3 * TENTH);
    assertThat(heard(sound, 0)).containsExactly(770, 1336);
    assertThat(heard(sound, 150)).containsExactly(770, 1477);
  }

  @Test
  void isEmptyWhereNothingWasRecorded() throws Exception {
    assertThat(sound("{\"time\":\"2026-01-01T00:00:00Z\",\"segments\":[]}")).isEmpty();
  }

  @Test
  void isNotMadeOfMoreThanAnHour() {
    assertThatThrownBy(
            () ->
                sound(
                    """
                    {"time":"2026-01-01T01:00:01Z","segments":[
                      {"from":"2026-01-01T00:00:00Z","to":null,"digits":[]}]}
                    """))
        .hasMessage("expected an hour of recording at most for a sound file, got 3601 seconds");
  }

  private short[] sound(String report) throws IOException, UnsupportedAudioFileException {
    JsonNode json = new ObjectMapper().readTree(report);
    Path file = folder.resolve("recording.wav");
    DtmfWavWriter.of(json).write(file);
    try (AudioInputStream stream = AudioSystem.getAudioInputStream(file.toFile())) {
      assertThat(stream.getFormat().toString())
          .isEqualTo(new AudioFormat(RATE, 16, 1, true, false).toString());
      short[] samples = new short[(int) stream.getFrameLength()];
      ByteBuffer.wrap(stream.readAllBytes())
          .order(ByteOrder.LITTLE_ENDIAN)
          .asShortBuffer()
          .get(samples);
      return samples;
    }
  }

  /**
   * Returns the tones of the pair that can be heard in the tenth of a second that begins at a
   * moment.
   */
  private static int[] heard(short[] sound, int millis) {
    int from = millis * RATE / 1000;
    return IntStream.of(TONES).filter(tone -> power(sound, from, tone) > 1e5).toArray();
  }

  /**
   * Returns the power of one frequency, as the square of its amplitude, by Goertzel's algorithm.
   */
  private static double power(short[] sound, int from, int hertz) {
    double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
    double last = 0;
    double beforeLast = 0;
    for (int i = from; i < from + TENTH; i++) {
      double next = sound[i] + coefficient * last - beforeLast;
      beforeLast = last;
      last = next;
    }
    double squared = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
    return squared * 4 / TENTH / TENTH;
  }
}
