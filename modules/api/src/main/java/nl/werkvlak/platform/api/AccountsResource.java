package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.werkvlak.platform.security.Accounts;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;
import org.jspecify.annotations.Nullable;

/** Accounts over HTTP: people who log in on the pages. */
@Dependent
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    private final Accounts accounts;

    @Inject
    AccountsResource(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whose secret has to be renewed is found again by the login. */
    @GET
    @Requires(Permission.ACCOUNT_WRITE)
    @Answers(status = 200, body = AccountList.class, otherwise = 400)
    public AccountList list(@QueryParam("login") @Nullable String login, @QueryParam("limit") @Nullable String limit) {
        var most = Query.limit(limit);
        var found = login == null
                ? accounts.list(most)
                : accounts.named(login).stream().toList();
        return new AccountList(found.stream().map(AccountView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ACCOUNT_WRITE)
    @Answers(
            status = 201,
            body = AccountOpened.class,
            otherwise = {400, 409, 413, 415})
    public Response open(OpenAccount body) {
        var issued = accounts.create(body.toRequest());
        return Response.status(Response.Status.CREATED)
                .entity(AccountOpened.of(issued, body.login()))
                .build();
    }

    @POST
    @Path("{id}/secret")
    @Requires(Permission.ACCOUNT_WRITE)
    @Answers(
            status = 201,
            body = SecretIssued.class,
            otherwise = {400, 404, 409})
    public Response newSecret(@PathParam("id") String id) {
        return Response.status(Response.Status.CREATED)
                .entity(SecretIssued.of(accounts.newSecretForAccount(Ids.of(id))))
                .build();
    }
}
