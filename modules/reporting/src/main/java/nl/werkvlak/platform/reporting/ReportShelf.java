package nl.werkvlak.platform.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where issued reports are looked up, for the tenant in context; a report never changes, so any moment will do. */
@Dependent
@Transactional
public class ReportShelf {

    @PersistenceContext(unitName = "werkvlak")
    private EntityManager entities;

    /** Where there is no server to hand one out, somebody else does. */
    protected EntityManager entities() {
        return entities;
    }

    /** In the order of the ids; one that is not there is left out. */
    public List<Report> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Report> found = entities()
                .createQuery("select r from Report r where r.id in :ids", Report.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Report::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }
}
