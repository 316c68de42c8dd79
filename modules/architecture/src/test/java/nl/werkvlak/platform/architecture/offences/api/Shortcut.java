package nl.werkvlak.platform.architecture.offences.api;

import jakarta.ws.rs.core.HttpHeaders;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes its answer from the database by itself, past every desk, for whom a header names. */
public record Shortcut(DataSource database, HttpHeaders request) {

    @Nullable
    String tenant() {
        return request.getHeaderString("Tenant");
    }
}
