package nl.werkvlak.platform.architecture.offences;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import nl.werkvlak.platform.disclosure.rule.Decision;
import nl.werkvlak.platform.disclosure.rule.Facts;
import nl.werkvlak.platform.disclosure.rule.ReportKind;
import nl.werkvlak.platform.disclosure.rule.Rule;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.rendering.Renderer;

/** Does all that the house rules forbid, so that each of them is seen to notice. */
@Entity
@SuppressWarnings({"JavaUtilDate", "SystemOut", "SystemExitOutsideMain", "ThreadSleep"})
class Offence {

    PreparedStatement statement(Connection connection) throws SQLException {
        return connection.prepareStatement("select 1");
    }

    Object query(EntityManager entities) {
        return entities.createNativeQuery("select 1");
    }

    Connection connection(EntityManager entities) {
        return entities.unwrap(Connection.class);
    }

    void print() {
        System.out.println("a name");
    }

    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }

    Date today() {
        return Date.from(Instant.now(Clock.systemUTC()));
    }

    Renderer renderer() {
        return new Renderer();
    }

    Decision decide(Rule rule, Facts facts, Instant at) {
        return rule.decide(DataCategory.IDENT, facts, ReportKind.PROGRESS, at);
    }
}
