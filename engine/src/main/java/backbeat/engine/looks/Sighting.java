package backbeat.engine.looks;

/**
 * One picture that was asked for faces.
 *
 * @param seconds clip time
 * @param faces how many look towards the camera
 * @param height of the largest, brows to chin, as a share of the picture's height; 0 when there is none
 */
public record Sighting(double seconds, int faces, double height) {}
