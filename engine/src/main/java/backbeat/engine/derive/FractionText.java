package backbeat.engine.derive;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.function.Function;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Exact fractions and rates as text, {@code "30000/1001"}: a JSON number would round them. */
final class FractionText<T> extends FromStringDeserializer<T> {
    private final transient Function<String, T> parser;

    private FractionText(Class<T> type, Function<String, T> parser) {
        super(type);
        this.parser = parser;
    }

    static JacksonModule module() {
        return new SimpleModule("exact fractions")
                .addSerializer(Rational.class, ToStringSerializer.instance)
                .addSerializer(Rate.class, ToStringSerializer.instance)
                .addDeserializer(Rational.class, new FractionText<>(Rational.class, Rational::parse))
                .addDeserializer(Rate.class, new FractionText<>(Rate.class, Rate::parse));
    }

    @Override
    protected T _deserialize(String value, DeserializationContext context) {
        return parser.apply(value);
    }
}
