package io.github.switchhook.conformance.report;

import com.github.mustachejava.DefaultMustacheFactory;
import io.github.switchhook.conformance.text.Escape;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Fills templates; each page contains its style and script. */
public final class HtmlTemplates {
  private HtmlTemplates() {}

  /** Fills a template of this package. */
  public static String fill(String template, Object page) {
    StringWriter html = new StringWriter(1 << 20);
    new EscapingFactory().compile(template).execute(html, page);
    return html.toString();
  }

  /** Escapes the values of a template as {@link Escape#markup} does. */
  private static final class EscapingFactory extends DefaultMustacheFactory {
    EscapingFactory() {
      super(HtmlTemplates.class.getPackageName().replace('.', '/'));
    }

    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(Escape.markup(value));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot fill a template", e);
      }
    }
  }

  /** Reads a resource of this package. */
  public static String resource(String name) {
    try (InputStream in = HtmlTemplates.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
