package nl.werkvlak.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.Permission;

/** Who reads, for the parts of a page that depend on it. */
@Named("me")
@RequestScoped
public class Me {

    public boolean isSignedIn() {
        return Doorkeeper.caller().isPresent();
    }

    public String name() {
        return Here.caller().name();
    }

    public List<Entrance> menu() {
        return Doorkeeper.caller().map(Entrance::menuOf).orElse(List.of());
    }

    /** The reader is on that page, or on one that lies under it. */
    public boolean isAt(Entrance entrance) {
        var request = Here.request();
        return Entrance.at(request.getRequestURI()
                        .substring(request.getContextPath().length()))
                .filter(here -> here.inMenuAs() == entrance)
                .isPresent();
    }

    public boolean may(String permission) {
        return Doorkeeper.caller().filter(who -> may(who, permission)).isPresent();
    }

    private static boolean may(Caller who, String permission) {
        return who.may(Permission.valueOf(permission));
    }

    public String token() {
        return Here.visit().token();
    }

    /** What was left to say after the last action; empty when nothing was. */
    public String notice() {
        return Visit.of(Here.request())
                .flatMap(Visit::takeNotice)
                .map(key -> Texts.say(Here.locale(), key))
                .orElse("");
    }
}
