package backbeat.app.web;

/**
 * Who vouches for people elsewhere, by OpenID Connect.
 *
 * @param name on the button
 * @param address of the issuer, as it stands in its tokens
 * @param secret empty for a client that has none
 */
public record Issuer(String name, String address, String client, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return name + ", " + address;
    }
}
