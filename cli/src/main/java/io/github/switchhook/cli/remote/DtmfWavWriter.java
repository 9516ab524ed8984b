package io.github.switchhook.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.switchhook.conformance.verdict.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * Writes a recording as sound: its segments one after the other, without the pauses between them.
 * All is silence except the DTMF digits: a pair of tones for each, 100 ms long and 50 ms apart,
 * beginning when they were sent. A segment that ends before its tones is as long as they are.
 */
final class DtmfWavWriter {
  static final int SAMPLES_PER_SECOND = 8000;

  private static final int TONE = SAMPLES_PER_SECOND / 10;
  private static final int GAP = SAMPLES_PER_SECOND / 20;
  private static final int LOUDNESS = 8000;
  private static final long LONGEST = 3600L * SAMPLES_PER_SECOND;
  // ITU-T Q.23: each key is where a low tone crosses a high one, in hertz.
  private static final String KEYS = "123A456B789C*0#D";
  private static final int[] LOW = {697, 770, 852, 941};
  private static final int[] HIGH = {1209, 1336, 1477, 1633};

  private record Tone(long start, char key) {}

  private final List<Tone> tones = new ArrayList<>();
  private long length;

  private DtmfWavWriter() {}

  /**
   * Puts what the operation {@code recording} reports on a tape.
   *
   * @throws RemoteControlException where that is longer than an hour
   */
  static DtmfWavWriter of(JsonNode report) {
    DtmfWavWriter writer = new DtmfWavWriter();
    for (JsonNode segment : report.path("segments")) {
      JsonNode end = segment.hasNonNull("to") ? segment.path("to") : report.path("time");
      writer.add(segment, time(end));
    }
    if (writer.length > LONGEST) {
      throw new RemoteControlException(
          ExitCode.NOT_CONFORMANT,
          "expected an hour of recording at most for a sound file, got "
              + writer.length / SAMPLES_PER_SECOND
              + " seconds");
    }
    return writer;
  }

  private void add(JsonNode segment, Instant end) {
    Instant begin = time(segment.path("from"));
    long next = length;
    for (JsonNode sent : segment.path("digits")) {
      next = Math.max(next, length + samples(begin, time(sent.path("at"))));
      for (char key : sent.path("digits").asText().toCharArray()) {
        tones.add(new Tone(next, key));
        next += TONE + GAP;
      }
    }
    length = Math.max(next, length + samples(begin, end));
  }

  private static Instant time(JsonNode text) {
    return Instant.parse(text.asText());
  }

  private static long samples(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() * SAMPLES_PER_SECOND / 1000;
  }

  /** Writes it as a WAV file: 8 kHz, 16 bits, mono. */
  void write(Path file) throws IOException {
    ByteBuffer sound =
        ByteBuffer.allocate((int) length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    tones.forEach(tone -> play(tone, sound));
    AudioFormat format = new AudioFormat(SAMPLES_PER_SECOND, Short.SIZE, 1, true, false);
    try (AudioInputStream stream =
        new AudioInputStream(new ByteArrayInputStream(sound.array()), format, length)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }

  private static void play(Tone tone, ByteBuffer sound) {
    int key = KEYS.indexOf(tone.key());
    for (int i = 0; i < TONE; i++) {
      double wave = wave(LOW[key / HIGH.length], i) + wave(HIGH[key % HIGH.length], i);
      sound.putShort((int) (tone.start() + i) * Short.BYTES, (short) (LOUDNESS * wave));
    }
  }

  private static double wave(int hertz, int sample) {
    return Math.sin(2 * Math.PI * hertz * sample / SAMPLES_PER_SECOND);
  }
}
