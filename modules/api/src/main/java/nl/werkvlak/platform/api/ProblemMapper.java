package nl.werkvlak.platform.api;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The one place where whatever a resource throws becomes an answer. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Context
    private HttpHeaders request;

    @Override
    public Response toResponse(Throwable error) {
        var language = Language.of(request);
        var incident = Incident.fresh();
        var problem = new Problems(language).of(error, incident);
        if (Problems.isOurs(problem)) {
            Incident.log(incident, error);
        }
        var answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .language(language.tag())
                .entity(problem);
        var allowed = Problems.allowedBy(error);
        if (!allowed.isEmpty()) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, EdgeFilter.CHALLENGE);
        }
        return answer.build();
    }
}
