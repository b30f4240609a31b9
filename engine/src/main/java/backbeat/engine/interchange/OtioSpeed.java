package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import tools.jackson.databind.JsonNode;

/** The speed that the effects of an OpenTimelineIO clip make together. */
final class OtioSpeed {
    private OtioSpeed() {}

    static Rational of(JsonNode clip) {
        Rational speed = Rational.ONE;
        for (JsonNode effect : OtioJson.list(clip, "effects")) {
            String schema = OtioJson.schema(effect);
            if (schema.equals("FreezeFrame")) {
                return Rational.ZERO;
            }
            Rational scalar = OtioJson.number(effect.get("time_scalar"));
            if (schema.equals("LinearTimeWarp") && scalar != null) {
                speed = speed.times(scalar);
            }
        }
        return speed;
    }
}
