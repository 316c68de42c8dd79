package nl.werkvlak.platform.api;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.JakartaServletUtils;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.time.Duration;
import nl.werkvlak.platform.security.Admission;
import nl.werkvlak.platform.security.Caller;
import nl.werkvlak.platform.security.Doorkeeper;

/**
 * Where a machine gets its token (RFC 6749, client credentials; the secret in the header or in the form).
 *
 * <p>Its errors have the form of that RFC, and not of a problem document: OAuth libraries look for it.
 */
@WebServlet(TokenServlet.PATH)
public class TokenServlet extends HttpServlet {

    static final String PATH = "/oauth2/token";

    private static final long serialVersionUID = 1L;
    private static final int LARGEST_FORM = 16 * 1024;
    private static final int TOO_MANY_REQUESTS = 429;

    // A field, because the servlet container makes servlets without arguments.
    @Inject
    private transient Doorkeeper doorkeeper;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JakartaServletUtils.applyHTTPResponse(answer(request), response);
    }

    private HTTPResponse answer(HttpServletRequest request) {
        TokenRequest asked;
        try {
            asked = TokenRequest.parse(JakartaServletUtils.createHTTPRequest(request, LARGEST_FORM));
        } catch (ParseException e) {
            return error(e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject(), request);
        } catch (IOException e) {
            return error(OAuth2Error.INVALID_REQUEST, request);
        }
        if (!(asked.getClientAuthentication() instanceof PlainClientSecret credentials)) {
            return error(OAuth2Error.INVALID_CLIENT, request);
        }
        if (!GrantType.CLIENT_CREDENTIALS.equals(asked.getAuthorizationGrant().getType())) {
            return error(OAuth2Error.UNSUPPORTED_GRANT_TYPE, request);
        }
        if (asked.getScope() != null && !asked.getScope().isEmpty()) {
            return error(OAuth2Error.INVALID_SCOPE, request);
        }
        var admission = doorkeeper.machine(
                credentials.getClientID().getValue(),
                credentials.getClientSecret().getValue());
        return admission.caller().map(this::token).orElseGet(() -> refused(admission, request));
    }

    private HTTPResponse token(Caller caller) {
        var token = new BearerAccessToken(
                doorkeeper.tokenFor(caller), doorkeeper.lifeOfToken().toSeconds(), null);
        return new AccessTokenResponse(new Tokens(token, null)).toHTTPResponse();
    }

    private static HTTPResponse refused(Admission admission, HttpServletRequest request) {
        var pause = admission.retryAfter();
        if (pause.isEmpty()) {
            return error(OAuth2Error.INVALID_CLIENT, request);
        }
        var answer = error(OAuth2Error.TEMPORARILY_UNAVAILABLE.setHTTPStatusCode(TOO_MANY_REQUESTS), request);
        answer.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(pause.get())));
        return answer;
    }

    private static long wholeSeconds(Duration pause) {
        return Math.max(1, pause.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private static HTTPResponse error(ErrorObject error, HttpServletRequest request) {
        var answer = new TokenErrorResponse(error).toHTTPResponse();
        if (answer.getStatusCode() == HttpServletResponse.SC_UNAUTHORIZED
                && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"werkvlak\"");
        }
        return answer;
    }
}
