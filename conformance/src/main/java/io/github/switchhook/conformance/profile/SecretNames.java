package io.github.switchhook.conformance.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names whose values are secrets in any message, however they are spelled: {@code password},
 * {@code agentPassword}, {@code client_secret}, {@code X-Api-Key}. In doubt a name counts as
 * secret.
 */
public final class SecretNames {
  /** Longer names are judged by their ends. */
  private static final int MAX_LENGTH = 256;

  private static final Set<String> WORDS =
      Set.of("pass", "pwd", "pw", "pin", "auth", "jwt", "cred", "creds", "otp");

  private static final List<String> ENDINGS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "passcode",
          "secret",
          "token",
          "authorization",
          "credential",
          "cookie",
          "apikey",
          "accesskey",
          "privatekey",
          "sessionkey");

  private SecretNames() {}

  /** Tells whether the value that has this name is a secret. */
  public static boolean tells(String name) {
    String end = name.length() > MAX_LENGTH ? name.substring(name.length() - MAX_LENGTH) : name;
    StringBuilder word = new StringBuilder();
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < end.length(); i++) {
      char c = end.charAt(i);
      boolean letter = Character.isLetter(c);
      boolean camel = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(end.charAt(i - 1));
      if (!letter || camel) {
        if (isSecret(word, letters)) {
          return true;
        }
        word.setLength(0);
      }
      if (letter) {
        word.append(c);
        letters.append(c);
      }
    }
    return isSecret(word, letters);
  }

  /** Judges a part of a name, alone and together with what is before it. */
  private static boolean isSecret(StringBuilder word, StringBuilder letters) {
    if (word.length() == 0) {
      return false;
    }
    String lower = word.toString().toLowerCase(Locale.ROOT);
    String all = letters.toString().toLowerCase(Locale.ROOT);
    String one = all.endsWith("s") ? all.substring(0, all.length() - 1) : all;
    return WORDS.contains(lower)
        || ENDINGS.stream().anyMatch(ending -> all.endsWith(ending) || one.endsWith(ending));
  }
}
