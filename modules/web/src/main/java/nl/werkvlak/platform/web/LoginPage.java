package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.OpenToAll;

/** Where people log in. */
@Named("login")
@RequestScoped
@OpenToAll("Whoever wants to log in has not done so yet")
public class LoginPage {

    private static final String FIELD = "login";

    @Inject
    private Doorkeeper doorkeeper;

    private String name = "";
    private String password = "";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** They just logged out. */
    public boolean isLeft() {
        return Here.parameter("left").isPresent();
    }

    /** Lets somebody in; one sentence says that it failed, whatever was wrong. */
    @OpenToAll("Whoever wants to log in has not done so yet")
    public void enter() {
        var admission = doorkeeper.person(name, password);
        var caller = admission.caller();
        if (caller.isPresent()) {
            Visit.begin(Here.request(), caller.get());
            Here.go(Entrance.HOME, "");
            return;
        }
        Here.problemAt(
                FIELD,
                admission
                        .retryAfter()
                        .map(pause -> Texts.say(Here.locale(), "login.later", wholeSeconds(pause)))
                        .orElseGet(() -> Texts.say(Here.locale(), "login.wrong")));
    }

    static long wholeSeconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }
}
