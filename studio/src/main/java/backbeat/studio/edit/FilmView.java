package backbeat.studio.edit;

/**
 * The film as it was made last.
 *
 * @param version changes with every film
 * @param cut number of the cut's version that it shows; 0 in files of before
 * @param rate frames a second, as {@code 24000/1001}
 */
public record FilmView(String version, String rate, double seconds, int cut) {
    public double framesPerSecond() {
        int slash = rate.indexOf('/');
        return slash < 0
                ? Double.parseDouble(rate)
                : Double.parseDouble(rate.substring(0, slash)) / Double.parseDouble(rate.substring(slash + 1));
    }
}
