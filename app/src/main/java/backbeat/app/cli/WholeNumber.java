package backbeat.app.cli;

import picocli.CommandLine;

/** Reads a number; picocli would speak of Java's types. */
final class WholeNumber implements CommandLine.ITypeConverter<Long> {
    @Override
    public Long convert(String word) {
        try {
            return Long.valueOf(word.strip());
        } catch (NumberFormatException none) {
            throw new CommandLine.TypeConversionException("expected a whole number, not \"" + word + "\"");
        }
    }
}
