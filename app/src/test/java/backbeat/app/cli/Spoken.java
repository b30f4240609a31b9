package backbeat.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command said, and its exit status. */
record Spoken(int status, String out, String err) {
    static Spoken by(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, 80);
        String[] texts = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            texts[i] = words[i].toString();
        }
        return new Spoken(Main.run(terminal, texts), out.toString(), err.toString());
    }
}
