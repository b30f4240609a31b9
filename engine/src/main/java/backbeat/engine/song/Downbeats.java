package backbeat.engine.song;

/** Which beats begin a bar, and how many beats the bars have. */
final class Downbeats {
    /** Position in the bar from 0, and beats of the bar, for each beat. */
    final int[] position;

    final int[] metre;
    /** Log-odds that a bar begins. */
    final double[] odds;

    final double likelihood;

    Downbeats(int[] position, int[] metre, double[] odds, double likelihood) {
        this.position = position;
        this.metre = metre;
        this.odds = odds;
        this.likelihood = likelihood;
    }

    /** Mean odds of the downbeats less those of the other beats. */
    double separation() {
        double down = 0;
        double other = 0;
        int downs = 0;
        for (int i = 0; i < odds.length; i++) {
            if (position[i] == 0) {
                down += odds[i];
                downs++;
            } else {
                other += odds[i];
            }
        }
        return downs == 0 || downs == odds.length ? 0 : down / downs - other / (odds.length - downs);
    }
}
