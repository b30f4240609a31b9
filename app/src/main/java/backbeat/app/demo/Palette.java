package backbeat.app.demo;

import java.awt.Color;

/** The light of a section: night at the edges, a glow, two rims, a white. */
record Palette(Color night, Color haze, Color glow, Color warmRim, Color coolRim, Color accent) {
    static final Palette REST = of(0x07080d, 0x161b28, 0x39465e, 0x56617a, 0x39465e, 0x8c99b3);
    private static final Palette INTRO = of(0x050716, 0x10244a, 0x2f7fc4, 0x4fb6e8, 0x3a5fd0, 0xa8e6ff);
    private static final Palette VERSE = of(0x0b0618, 0x3a1650, 0xb0338f, 0xff5fa8, 0x6a5cff, 0xffb3dc);
    private static final Palette CHORUS = of(0x160508, 0x6b1c1c, 0xff7a2f, 0xffc24a, 0xff3f6e, 0xfff0c2);
    private static final Palette SECOND_VERSE = of(0x03100f, 0x0c3d46, 0x17a59a, 0x4ff0d0, 0x2f8fff, 0xc6fff2);
    private static final Palette LAST_CHORUS = of(0x14031a, 0x6a1250, 0xff4f8b, 0xffd36b, 0x9a5cff, 0xfff1d6);

    static Palette of(Score.Section section) {
        boolean second = section.firstBar() > 11;
        return switch (section.name()) {
            case "verse" -> second ? SECOND_VERSE : VERSE;
            case "chorus" -> second ? LAST_CHORUS : CHORUS;
            default -> INTRO;
        };
    }

    private static Palette of(int night, int haze, int glow, int warm, int cool, int accent) {
        return new Palette(
                new Color(night),
                new Color(haze),
                new Color(glow),
                new Color(warm),
                new Color(cool),
                new Color(accent));
    }

    Palette towards(Palette other, double share) {
        return new Palette(
                mix(night, other.night, share),
                mix(haze, other.haze, share),
                mix(glow, other.glow, share),
                mix(warmRim, other.warmRim, share),
                mix(coolRim, other.coolRim, share),
                mix(accent, other.accent, share));
    }

    static Color mix(Color from, Color to, double share) {
        double s = Math.clamp(share, 0, 1);
        return new Color(
                (int) (from.getRed() + s * (to.getRed() - from.getRed())),
                (int) (from.getGreen() + s * (to.getGreen() - from.getGreen())),
                (int) (from.getBlue() + s * (to.getBlue() - from.getBlue())));
    }

    static Color veil(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (255 * Math.clamp(opacity, 0, 1)));
    }
}
