package nl.werkvlak.platform.api;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.werkvlak.platform.freetext.TextGuard;
import nl.werkvlak.platform.security.Permission;
import nl.werkvlak.platform.security.Requires;

/** Shows while somebody writes what would have to be reviewed. Nothing of the text is kept, or logged. */
@Dependent
@Path("text-checks")
@Produces(MediaType.APPLICATION_JSON)
public class TextChecksResource {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.TEXT_CHECK)
    @Answers(
            status = 200,
            body = TextMarks.class,
            otherwise = {400, 413, 415})
    public TextMarks check(CheckText body) {
        var guard = TextGuard.shipped();
        return new TextMarks(
                guard.version(),
                guard.marks(body.text()).stream().map(MarkView::of).toList());
    }
}
