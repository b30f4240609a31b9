package backbeat.app.cli;

import picocli.CommandLine;

/** Makes each command with what it needs; picocli's own parts are made as ever. */
final class Commands implements CommandLine.IFactory {
    private final Terminal terminal;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            boolean wantsTerminal =
                    constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0].equals(Terminal.class);
            if (wantsTerminal) {
                return type.cast(constructor.newInstance(terminal));
            }
        }
        return others.create(type);
    }
}
