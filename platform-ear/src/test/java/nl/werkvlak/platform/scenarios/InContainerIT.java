package nl.werkvlak.platform.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs inside the server, beside the product: what the container itself does is asked there. */
@ExtendWith(ArquillianExtension.class)
class InContainerIT {

    @Deployment
    static WebArchive archive() {
        return ShrinkWrap.create(WebArchive.class, "in-container.war")
                .addClass(Greeting.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    /** A bean of the container. */
    @RequestScoped
    public static class Greeting {
        String text() {
            return "from inside";
        }
    }

    @Inject
    private Greeting greeting;

    @Test
    void a_bean_is_given_by_the_container() {
        assertEquals("from inside", greeting.text());
    }
}
