package nl.werkvlak.platform.subjectrights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.werkvlak.platform.legalbasis.DataCategory;
import nl.werkvlak.platform.legalbasis.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * What a request of a client comes to on the facts of now: by when it is answered, by whom, at what price, and what is
 * granted of each category.
 *
 * @param handling who may answer
 * @param feeInCents what Werkvlak asks, in eurocents
 * @param feeAllowed whether the law would let a fee be asked
 * @param answers one for each category, in their order
 */
public record Assessment(
        Request request,
        Deadline deadline,
        Requester.Handling handling,
        int feeInCents,
        boolean feeAllowed,
        List<Answer> answers) {

    /**
     * A request as it came in, by whatever channel.
     *
     * @param earlierCopies how many copies of the same file the client has had already
     */
    public record Request(Right right, Requester by, Instant receivedAt, int earlierCopies) {}

    /**
     * What is done with the data of one category, and what the client is told about it.
     *
     * @param bases the recorded grounds that the answer rests on
     * @param keptThrough the last day for which data that are not erased are needed; absent when no end is known
     * @param instead what to offer where this is refused
     */
    public record Answer(
            DataCategory category,
            boolean granted,
            Why why,
            List<LegalBasis> bases,
            @Nullable LocalDate keptThrough,
            @Nullable Right instead) {}

    /** Why a category is granted or refused. */
    public enum Why {
        /** Whatever the ground. */
        ALWAYS("AVG 15, 16, 18"),
        /** On a contract or a consent: what the client provided. */
        PORTABLE("AVG 20(1)"),
        NOT_PORTABLE("AVG 20(1), 20(3)"),
        /** On a public task or a legitimate interest. */
        OBJECTION_APPLIES("AVG 21(1)"),
        OBJECTION_NOT_APPLICABLE("AVG 21(1)"),
        /** Nothing carries it any more. */
        NO_LONGER_NEEDED("AVG 17(1)(a)"),
        /** The consent that carried it was withdrawn, and nothing else does. */
        CONSENT_WITHDRAWN("AVG 17(1)(b)"),
        /** Of an objection the client was right, and nothing else carries it. */
        OBJECTION_UPHELD("AVG 17(1)(c)"),
        /** A legal obligation or a public task needs it. */
        NEEDED_BY_LAW("AVG 17(3)(b)"),
        /** Another ground carries it, so there is none to erase it. */
        STILL_NEEDED("AVG 17(1)(a)");

        private final String law;

        Why(String law) {
            this.law = law;
        }

        /** The articles to cite. */
        public String law() {
            return law;
        }
    }
}
