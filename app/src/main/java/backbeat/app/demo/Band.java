package backbeat.app.demo;

import backbeat.app.demo.Brush.Body;
import backbeat.app.demo.Score.Part;

/** The four players as bodies that move to the score. Feet (or seat) stand at 0, 0; a grown person is 300 high. */
final class Band {
    private final Performance play;

    Band(Performance play) {
        this.play = play;
    }

    private double beat(double time) {
        return play.score().beatAt(time);
    }

    /** Down on the beat, up between. */
    private double bounce(double time) {
        return Math.abs(Math.sin(Math.PI * beat(time)));
    }

    Body singer(double time, double energy) {
        double sway = 16 * Math.sin(Math.PI * beat(time) / 2) * energy;
        double up = -9 * bounce(time) * energy;
        double raise = energy > 0.8 ? 0.5 + 0.5 * bounce(time) : 0.12;
        return body -> {
            double hip = sway;
            double neck = sway * 1.5;
            body.limb(-24, 0, 9, -14 + hip, -140 + up, 17);
            body.limb(30, 0, 9, 14 + hip, -140 + up, 17);
            body.shape(
                    -27 + hip,
                    -130 + up,
                    27 + hip,
                    -130 + up,
                    20 + hip,
                    -185 + up,
                    34 + neck,
                    -236 + up,
                    -34 + neck,
                    -236 + up,
                    -20 + hip,
                    -185 + up);
            body.limb(neck, -236 + up, 11, neck + 3, -256 + up, 10);
            body.oval(neck + 4, -279 + up, 20, 25);
            body.shape(
                    neck - 17,
                    -300 + up,
                    neck + 18,
                    -303 + up,
                    neck + 10,
                    -280 + up,
                    neck - 12 - sway * 0.4,
                    -215 + up,
                    neck - 40 - sway,
                    -196 + up,
                    neck - 30,
                    -262 + up);
            body.reach(30 + neck, -228 + up, 34, -252 + up * 0.3, 52, 50, -1, 10);
            double handY = -150 - 175 * raise + up;
            body.reach(-30 + neck, -228 + up, -72 - 26 * raise + neck, handY, 56, 54, 1, 10);
            body.limb(44, 2, 3, 36, -250, 2.4);
            body.limb(20, 4, 4, 68, 4, 4);
            body.limb(36, -252, 3, 24 + neck * 0.4, -270 + up * 0.4, 7);
        };
    }

    Body guitarist(double time, double energy) {
        double nod = 12 * bounce(time) * energy;
        double lean = 10 * Math.sin(Math.PI * beat(time) / 4);
        double strum = play.lift(energy > 0.8 ? Part.OPEN_HAT : Part.BASS, time);
        double neckHand = 18 * Math.sin(Math.floor(beat(time) / 4) * 2.1);
        return body -> {
            body.limb(-46, 0, 10, -14, -140, 19);
            body.limb(44, 0, 10, 14, -140, 19);
            body.shape(-30, -128, 30, -128, 40 + lean, -234 + nod * 0.3, -38 + lean, -238 + nod * 0.3);
            body.limb(lean, -236, 13, lean + 8, -258 + nod, 12);
            body.oval(lean + 10, -278 + nod, 22, 25);
            body.shape(
                    lean - 14,
                    -304 + nod,
                    lean + 34,
                    -300 + nod,
                    lean + 40,
                    -262 + nod,
                    lean + 22,
                    -272 + nod,
                    lean - 14,
                    -250 + nod);
            body.oval(-20, -146, 40, 28);
            body.oval(14, -160, 30, 23);
            body.limb(20, -162, 7, 128, -212, 5);
            body.limb(124, -210, 9, 148, -222, 7);
            body.reach(38 + lean, -226, 96 + neckHand, -198 - neckHand * 0.45, 54, 50, 1, 11);
            body.reach(-36 + lean, -228, -14, -166 + 34 * (1 - strum), 54, 52, 1, 11);
        };
    }

    Body keyboarder(double time, double energy) {
        double nod = 9 * bounce(time) * energy;
        double left = 10 * play.lift(Part.BASS, time);
        double right = 12 * play.lift(Part.ARPEGGIO, time);
        double along = 22 * Math.sin(Math.PI * beat(time) / 4);
        return body -> {
            body.limb(-20, 0, 10, -14, -140, 18);
            body.limb(24, 0, 10, 14, -140, 18);
            body.shape(-28, -128, 28, -128, 30, -232, -40, -230);
            body.limb(-4, -236, 12, -14, -256 + nod, 11);
            body.oval(-18, -276 + nod, 21, 24);
            body.oval(-12, -292 + nod, 25, 15);
            body.shape(-128, -148, 82, -148, 82, -130, -128, -130);
            body.limb(-104, -130, 4, 52, 0, 4);
            body.limb(52, -130, 4, -104, 0, 4);
            body.reach(-36, -224, -84 + along, -158 - left, 54, 52, 1, 10);
            body.reach(26, -224, 8 + along, -158 - right, 50, 50, -1, 10);
        };
    }

    Body drummer(double time, double energy) {
        double snare = play.lift(Part.SNARE, time);
        double hat = Math.max(0.15, play.lift(Part.HAT, time));
        double crash = play.flash(Part.CRASH, time, 3.5);
        double tom = play.flash(Part.TOM, time, 9);
        double nod = 8 * bounce(time) * energy;
        return body -> {
            body.shape(-32, -60, 32, -60, 42, -168, -42, -168);
            body.limb(0, -168, 12, 0, -190 + nod, 11);
            body.oval(0, -212 + nod, 22, 25);
            body.oval(0, -228 + nod, 26, 13);
            double rightX = tom > 0.25 ? 26 : -74;
            double rightY = tom > 0.25 ? -96 - 26 * (1 - tom) : -112 - 34 * hat;
            body.reach(-40, -158, rightX * 0.72, rightY - 6, 50, 46, 1, 10);
            body.limb(rightX * 0.72, rightY - 6, 3.5, rightX * 1.25, rightY + 14 - 12 * hat, 2.5);
            double strike = -92 - 64 * snare;
            body.reach(40, -158, 34 + 30 * snare, strike, 50, 46, -1, 10);
            body.limb(34 + 30 * snare, strike, 3.5, 10 + 40 * snare, strike + 16 - 40 * snare, 2.5);
            body.disc(0, -38, 52);
            body.shape(-84, -96, -26, -96, -30, -58, -80, -58);
            body.shape(30, -98, 92, -98, 86, -46, 36, -46);
            body.shape(-12, -92, 40, -92, 34, -64, -6, -64);
            body.limb(-112, 4, 3, -100, -112, 2.5);
            body.oval(-100, -114, 34, 4.5);
            body.limb(120, 4, 3, 108, -160, 2.5);
            body.oval(108, -162 + 9 * crash * Math.sin(time * 38), 44, 5);
        };
    }
}
