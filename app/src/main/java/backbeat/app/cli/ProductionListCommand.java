package backbeat.app.cli;

import backbeat.app.wiring.Keeping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code backbeat production list}. */
@Command(name = "list", description = "Names the productions of a studio.", mixinStandardHelpOptions = true)
final class ProductionListCommand implements Runnable {
    @Mixin
    private StudioHome home = new StudioHome();

    private final Terminal terminal;

    ProductionListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Keeping.productions(home.folder()).forEach(terminal.out()::println);
    }
}
