package backbeat.studio.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The words that make the first visitor the owner. They are printed where the program was started, and hold for that run. */
public final class StartCode {
    private static final List<String> WORDS = List.of(
            "amber", "anvil", "apron", "arrow", "badge", "basil", "beach", "bell", "birch", "bloom", "brass", "bread",
            "brick", "brook", "cable", "candle", "canoe", "cedar", "chalk", "cherry", "clock", "cloud", "clover",
            "coal", "comet", "copper", "coral", "cotton", "crane", "crow", "daisy", "dawn", "delta", "dune", "eagle",
            "ember", "falcon", "fern", "field", "flint", "flute", "forest", "fox", "frost", "garnet", "ginger", "glass",
            "grape", "grove", "harbor", "hazel", "heron", "honey", "horn", "iris", "ivory", "jade", "jasper", "kettle",
            "kite", "lake", "lamp", "lark", "lemon", "lilac", "linen", "lotus", "lunar", "maple", "marble", "meadow",
            "mint", "mirror", "moss", "north", "oak", "ocean", "olive", "onyx", "opal", "orbit", "otter", "palm",
            "paper", "pearl", "pepper", "pine", "plum", "pond", "poppy", "prism", "quartz", "quill", "rain", "raven",
            "reed", "ribbon", "river", "robin", "rose", "ruby", "saddle", "sage", "salt", "sand", "scarlet", "shell",
            "silk", "silver", "slate", "snow", "spark", "spruce", "star", "stone", "storm", "sugar", "swan", "thyme",
            "tide", "tiger", "topaz", "tulip", "velvet", "violet", "walnut", "willow", "winter");
    private static final int WORDS_IN_CODE = 5;

    private final String code;

    private StartCode(String code) {
        this.code = code;
    }

    public static StartCode fresh() {
        SecureRandom random = new SecureRandom();
        StringJoiner code = new StringJoiner("-");
        for (int i = 0; i < WORDS_IN_CODE; i++) {
            code.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return new StartCode(code.toString());
    }

    public String text() {
        return code;
    }

    boolean is(String said) {
        String plain = said.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "-");
        return MessageDigest.isEqual(plain.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }
}
