package nl.werkvlak.platform.security;

import org.apache.shiro.authc.AuthenticationToken;

/** Somebody at the door with a name and a secret. Prints neither, because Shiro logs what goes wrong with its text. */
final class Attempt implements AuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Door door;
    private final transient String name;
    private final transient String secret;

    Attempt(Door door, String name, String secret) {
        this.door = door;
        this.name = name;
        this.secret = secret;
    }

    /** People and machines have names of their own: a machine cannot log in on a page, nor a person ask for a token. */
    enum Door {
        PEOPLE,
        MACHINES
    }

    Door door() {
        return door;
    }

    String name() {
        return name;
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    @Override
    public Object getCredentials() {
        return secret;
    }

    @Override
    public String toString() {
        return "Attempt at " + door;
    }
}
