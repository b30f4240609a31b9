package backbeat.engine.ltc;

import java.util.Random;

/** What cables, machines and codecs do to timecode, each from hardly to beyond repair. */
enum Wear {
    NOISE {
        @Override
        void wear(float[] sound, int rate, double amount, Random random) {
            double level = LEVEL * Math.pow(10, (25 * amount - 20) / 20);
            for (int i = 0; i < sound.length; i++) {
                sound[i] += (float) (level * random.nextGaussian());
            }
        }
    },
    MUSIC {
        @Override
        void wear(float[] sound, int rate, double amount, Random random) {
            for (int note = 0; note < 24; note++) {
                double hertz = 60 * Math.pow(2, 6 * random.nextDouble());
                int start = random.nextInt(sound.length);
                for (int i = start; i < Math.min(sound.length, start + rate); i++) {
                    double t = (double) (i - start) / rate;
                    sound[i] += (float) (2 * LEVEL * amount * Math.exp(-3 * t) * Math.sin(2 * Math.PI * hertz * t));
                }
            }
        }
    },
    BASS_CUT {
        @Override
        void wear(float[] sound, int rate, double amount, Random random) {
            double kept = Math.exp(-2 * Math.PI * 300 * Math.pow(20, amount) / rate);
            double out = 0;
            double last = 0;
            for (int i = 0; i < sound.length; i++) {
                out = kept * (out + sound[i] - last);
                last = sound[i];
                sound[i] = (float) out;
            }
        }
    },
    TREBLE_CUT {
        @Override
        void wear(float[] sound, int rate, double amount, Random random) {
            double taken = 1 - Math.exp(-2 * Math.PI * 6000 * Math.pow(0.2, amount) / rate);
            double once = 0;
            double twice = 0;
            for (int i = 0; i < sound.length; i++) {
                once += taken * (sound[i] - once);
                twice += taken * (once - twice);
                sound[i] = (float) twice;
            }
        }
    },
    DROPOUTS {
        @Override
        void wear(float[] sound, int rate, double amount, Random random) {
            for (int dropout = 0; dropout < 12; dropout++) {
                int start = random.nextInt(sound.length);
                int length = random.nextInt((int) (amount * rate / 8) + 1);
                for (int i = start; i < Math.min(sound.length, start + length); i++) {
                    sound[i] *= 0.03f;
                }
            }
        }
    },
    WOW {
        @Override
        void wear(float[] sound, int rate, double amount, Random random) {
            float[] even = sound.clone();
            double depth = 0.03 * amount * rate / (2 * Math.PI * 6);
            for (int i = 0; i < sound.length; i++) {
                double at = Math.clamp(i + depth * Math.sin(2 * Math.PI * 6 * i / rate), 0, sound.length - 2.0);
                int whole = (int) at;
                sound[i] = (float) (even[whole] + (at - whole) * (even[whole + 1] - even[whole]));
            }
        }
    },
    ECHO {
        @Override
        void wear(float[] sound, int rate, double amount, Random random) {
            int delay = (int) (rate * (0.0002 + 0.003 * random.nextDouble()));
            for (int i = sound.length - 1; i >= delay; i--) {
                sound[i] += (float) (amount * sound[i - delay]);
            }
        }
    },
    HUM_AND_CLIPPING {
        @Override
        void wear(float[] sound, int rate, double amount, Random random) {
            for (int i = 0; i < sound.length; i++) {
                double hum =
                        amount * Math.sin(2 * Math.PI * 50 * i / rate) + amount * Math.sin(6 * Math.PI * 50 * i / rate);
                sound[i] = (float) Math.clamp(sound[i] + hum, -0.8, 0.8);
            }
        }
    };

    static final double LEVEL = 0.3;

    /** @param amount from 0 to 1 */
    abstract void wear(float[] sound, int rate, double amount, Random random);
}
