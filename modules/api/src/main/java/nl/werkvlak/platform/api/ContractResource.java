package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Objects;
import nl.werkvlak.platform.security.OpenToAll;

/** The contract of this API, as OpenAPI. */
@Dependent
@Path("openapi.json")
public class ContractResource {

    static final String DOCUMENT = "openapi.json";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @OpenToAll("Who builds a client has to read the contract before there is a client (Dutch API Design Rules)")
    @Answers(status = 200)
    public Response document() throws IOException {
        try (var document = ContractResource.class.getResourceAsStream(DOCUMENT)) {
            return Response.ok(Objects.requireNonNull(document, DOCUMENT).readAllBytes())
                    .build();
        }
    }
}
