package nl.werkvlak.platform.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Everything that is served under {@code /api/v1}; what is not named here is not served. */
@ApplicationPath("api/v1")
public class ApiApplication extends Application {

    /** As seen from outside: the application is the root of its server. */
    static final String PATH = "/api/v1";

    /** The contract is held against these, so a resource that is forgotten here does not exist. */
    static final Set<Class<?>> RESOURCES = Set.of(
            AccountabilityOverviewsResource.class,
            ReportSchemasResource.class,
            LetterheadsResource.class,
            AccountsResource.class,
            ApiClientsResource.class,
            ConceptPreviewsResource.class,
            CommissionsResource.class,
            ContractResource.class,
            DecisionsResource.class,
            DisclosureVerificationsResource.class,
            DisclosuresResource.class,
            DocumentsResource.class,
            ImportsResource.class,
            LegalBasesResource.class,
            MailAddressesResource.class,
            MatrixVersionsResource.class,
            NoticesResource.class,
            ObjectionsResource.class,
            RegisterEntriesResource.class,
            ReportPreviewsResource.class,
            ReceivedReportsResource.class,
            ReportsResource.class,
            RequestAssessmentsResource.class,
            RetentionRulesResource.class,
            RestrictionsResource.class,
            RunsResource.class,
            SmallestCellsResource.class,
            StatutoryRequestsResource.class,
            TextChecksResource.class,
            TextReviewsResource.class);

    private static final Set<Class<?>> PROVIDERS =
            Set.of(RecordReader.class, RecordWriter.class, ProblemMapper.class, PermissionFilter.class);

    @Override
    public Set<Class<?>> getClasses() {
        var all = new LinkedHashSet<>(RESOURCES);
        all.addAll(PROVIDERS);
        return all;
    }

    /** No generated description beside the contract; and a Location stays as it is, without the Host that was given. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}
