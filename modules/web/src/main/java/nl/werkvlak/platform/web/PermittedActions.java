package nl.werkvlak.platform.web;

import jakarta.faces.component.ActionSource2;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.werkvlak.platform.kernel.Refusal;
import nl.werkvlak.platform.security.Doorkeeper;
import nl.werkvlak.platform.security.OpenToAll;
import nl.werkvlak.platform.security.Requires;

/** Holds each action of a page against the permission that its method names; one that names none is shut. */
public class PermittedActions implements ActionListener {

    private static final Pattern ACTION = Pattern.compile("#\\{(\\w+)\\.(\\w+)\\(\\)}");

    private final ActionListener usual;

    public PermittedActions(ActionListener usual) {
        this.usual = usual;
    }

    @Override
    public void processAction(ActionEvent event) {
        var faces = FacesContext.getCurrentInstance();
        var expression = ((ActionSource2) event.getComponent()).getActionExpression();
        // The server's expression cannot tell which method it stands for; its text can.
        var called = ACTION.matcher(expression == null ? "" : expression.getExpressionString());
        if (!called.matches()) {
            throw shut();
        }
        var bean = faces.getApplication().evaluateExpressionGet(faces, "#{" + called.group(1) + "}", Object.class);
        check(bean.getClass(), called.group(2));
        usual.processAction(event);
    }

    static void check(Class<?> bean, String method) {
        var action = declaration(bean, method).orElseThrow(PermittedActions::shut);
        if (action.isAnnotationPresent(OpenToAll.class)) {
            return;
        }
        Doorkeeper.demand(action.getAnnotation(Requires.class).value());
    }

    /** The container hands out a subclass of the bean, whose methods have lost their annotations. */
    static Optional<Method> declaration(Class<?> bean, String name) {
        return Stream.<Class<?>>iterate(bean, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name))
                .filter(method ->
                        method.isAnnotationPresent(Requires.class) || method.isAnnotationPresent(OpenToAll.class))
                .findFirst();
    }

    private static Refusal shut() {
        return Refusal.forbidden("not-permitted", "This is not permitted for this role.");
    }
}
