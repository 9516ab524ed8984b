package io.github.switchhook.conformance.text;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts that try to be more than text, and how to see whether one of them succeeded. */
public final class Nasty {
  /** The word that no text may turn into a line, a heading, an element or a statement. */
  public static final String FORGED = "FORGED";

  /** The texts, each of which tries another way of escaping its medium. */
  public static final List<String> TEXTS =
      List.of(
          "a\n## FORGED",
          "a\r\nFORGED\rFORGED",
          "a\n````\n# FORGED",
          "a`b``c```d````e`````f",
          "\u001b[2J\u001b]0;FORGED\u0007",
          "\u009b31mFORGED\u007f",
          "a\u202eDEGROF\u202c",
          "a\u2066\u2067\u2068FORGED\u2069\u200e\u200f\u061c",
          "a\u2028FORGED\u2029FORGED\u0085FORGED\u000bFORGED\u000cFORGED",
          "a\u200b\u200c\u200d\u2060\ufeff\u00adFORGED",
          "a\u0000FORGED\u0008\u0008",
          "\ud800",
          "a\udc00b\ud83d",
          "\ud83d\ude00 \ud83d\ude00\ud83d",
          "a\udb40\udc01\udb40\udc7fFORGED\ufffe\uffff\ufdd0",
          "a\u3164\u115f\u1160\uffa0\u034fFORGED",
          "</script><script>FORGED()</script></pre><h1 id='x' class=\"FORGED\">",
          "]]><!-- FORGED --><?FORGED?>&FORGED;&#10;",
          "| FORGED | FORGED |\n|---|---|",
          "![FORGED](http://127.0.0.1/) [x](javascript:FORGED) **FORGED** <b>FORGED</b> ~~a~~ $a$",
          "a; participant FORGED; end\n  Note over p0: FORGED",
          "%%{init: FORGED}%% #35;#FORGED; {FORGED}",
          "\": FORGED, \"x\": \"' # FORGED: - FORGED",
          "::error::FORGED",
          "\\u001b \\ \\\\ \\n",
          "{{FORGED}} {{{FORGED}}} ${FORGED} $FORGED",
          "A".repeat(79) + "\ud83d\ude00".repeat(3_000),
          "A".repeat(80) + "\ud83d\ude00".repeat(3_000),
          "FORGED|".repeat(3_000));

  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{IsNoncharacter_Code_Point}\\u3164\\u115f\\u1160"
              + "\\uffa0\\u034f&&[^\\n]]");

  private Nasty() {}

  /** Returns the characters of a text that control where it is shown, or cannot be encoded. */
  public static String hidden(String text) {
    String found =
        HIDDEN
            .matcher(text)
            .results()
            .map(match -> Integer.toHexString(match.group().codePointAt(0)))
            .distinct()
            .collect(Collectors.joining(" "));
    try {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return found;
    } catch (CharacterCodingException e) {
      return found + " cannot be encoded";
    }
  }
}
