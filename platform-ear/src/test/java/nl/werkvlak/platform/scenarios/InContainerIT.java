package nl.werkvlak.platform.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.io.File;
import java.net.URISyntaxException;
import java.util.UUID;
import nl.werkvlak.platform.kernel.TenantId;
import nl.werkvlak.platform.launcher.SampleMonth;
import nl.werkvlak.platform.tenancy.CurrentTenant;
import nl.werkvlak.platform.tenancy.TenantFence;
import nl.werkvlak.platform.tenancy.TenantOwned;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The fence around a tenant inside the server: with the container's own persistence context, transactions, weaving and
 * connection pool, over the commissions of the sample.
 */
@NullUnmarked
@ExtendWith(ArquillianExtension.class)
class InContainerIT {

    private static final TenantId GROENHOF = TenantId.ofCode("GROENHOF");
    private static final TenantId STAALWERK = TenantId.ofCode("STAALWERK");

    private static final String UNIT = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="fence" transaction-type="JTA">
                <jta-data-source>java:app/jdbc/fence</jta-data-source>
                <class>nl.werkvlak.platform.tenancy.TenantOwned</class>
                <class>nl.werkvlak.platform.scenarios.InContainerIT$Commission</class>
                <exclude-unlisted-classes>true</exclude-unlisted-classes>
                <shared-cache-mode>NONE</shared-cache-mode>
                <properties>
                  <property name="eclipselink.session.customizer" value="nl.werkvlak.platform.tenancy.TenantFence"/>
                  <property name="eclipselink.jdbc.allow-native-sql-queries" value="false"/>
                </properties>
              </persistence-unit>
            </persistence>
            """;

    @Inject
    private Commissions commissions;

    @Deployment
    static WebArchive archive() throws URISyntaxException {
        SampleMonth.made();
        return ShrinkWrap.create(WebArchive.class, "in-container.war")
                .addClasses(Database.class, Commission.class, Commissions.class)
                .addPackage(TenantId.class.getPackage())
                .addClasses(CurrentTenant.class, TenantOwned.class, TenantFence.class)
                .addClass("nl.werkvlak.platform.tenancy.TenantGuard")
                .addAsLibrary(jarOf(org.mariadb.jdbc.MariaDbDataSource.class))
                .addAsResource(new StringAsset(UNIT), "META-INF/persistence.xml")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static File jarOf(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void each_tenant_counts_its_own_commissions_in_whatever_order() throws Exception {
        assertEquals(3, CurrentTenant.with(GROENHOF, commissions::count));
        assertEquals(1, CurrentTenant.with(STAALWERK, commissions::count));
        assertEquals(3, CurrentTenant.with(GROENHOF, commissions::count));
    }

    @Test
    void the_id_of_another_tenants_commission_finds_nothing() throws Exception {
        var theirs = CurrentTenant.with(STAALWERK, commissions::anyId);
        assertEquals("SW-2025-S2", CurrentTenant.with(STAALWERK, () -> commissions.numberOf(theirs)));
        assertNull(CurrentTenant.with(GROENHOF, () -> commissions.numberOf(theirs)));
    }

    @Test
    void without_a_tenant_nothing_is_read_and_it_is_loud() {
        assertThrows(RuntimeException.class, commissions::count);
    }

    /** The database of the product, by the same variables of the environment. */
    @DataSourceDefinition(
            name = "java:app/jdbc/fence",
            className = "org.mariadb.jdbc.MariaDbDataSource",
            url = "${ENV=WERKVLAK_DB_URL}",
            user = "${ENV=WERKVLAK_DB_USER}",
            password = "${ENV=WERKVLAK_DB_PASSWORD}")
    @Dependent
    public static class Database {}

    /** As little of a commission as the question needs. */
    @Entity(name = "Commission")
    @Table(name = "commission")
    public static class Commission extends TenantOwned {

        @Id
        private UUID id;

        private String number;
    }

    /** A desk, as the rooms have them. */
    @Dependent
    @Transactional
    public static class Commissions {

        @PersistenceContext(unitName = "fence")
        private EntityManager entities;

        public int count() {
            return entities.createQuery("select count(c) from Commission c", Long.class)
                    .getSingleResult()
                    .intValue();
        }

        public UUID anyId() {
            return entities.createQuery("select c.id from Commission c", UUID.class)
                    .setMaxResults(1)
                    .getSingleResult();
        }

        public String numberOf(UUID id) {
            var found = entities.find(Commission.class, id);
            return found == null ? null : found.number;
        }
    }
}
