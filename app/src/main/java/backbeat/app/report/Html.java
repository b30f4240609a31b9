package backbeat.app.report;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of markup that is safe to show. The only ways to one are a template of this package, whose values are escaped unless they are markup themselves, and
 * {@link #trusted} for resources of ours: a text from outside cannot become markup by being forgotten.
 */
record Html(String markup) {
    static final Html NONE = new Html("");

    /** Puts values in place of each <code>{}</code> of a template; text is escaped, for content and for quoted attributes alike. */
    static Html of(String template, @Nullable Object... values) {
        StringBuilder out = new StringBuilder(template.length() + 64);
        int from = 0;
        for (@Nullable Object value : values) {
            int hole = template.indexOf("{}", from);
            if (hole < 0) {
                throw new IllegalArgumentException("more values than places: " + template);
            }
            out.append(template, from, hole).append(safe(value));
            from = hole + 2;
        }
        if (template.indexOf("{}", from) >= 0) {
            throw new IllegalArgumentException("fewer values than places: " + template);
        }
        return new Html(out.append(template, from, template.length()).toString());
    }

    /** Markup, style or script of our own making. */
    static Html trusted(String markup) {
        return new Html(markup);
    }

    static Html join(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining("\n")));
    }

    static Html join(Stream<Html> parts) {
        return join(parts.toList());
    }

    static Html all(Html... parts) {
        return join(List.of(parts));
    }

    boolean isEmpty() {
        return markup.isEmpty();
    }

    private static String safe(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Html html -> html.markup();
            default -> escaped(value.toString());
        };
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(misleading(c) ? '\uFFFD' : c);
            }
        });
        return out.toString();
    }

    /** Controls, halves of characters, and marks that turn the direction of text, by which a file name can look like another. */
    private static boolean misleading(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || half || turns;
    }
}
