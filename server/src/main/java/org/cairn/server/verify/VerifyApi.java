package org.cairn.server.verify;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.cairn.server.trust.StandingWords;
import org.cairn.server.web.RateLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// The verifier for programs: no account, no session, from any origin.
@RestController
class VerifyApi {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit("verify", 600, Duration.ofMinutes(1));

    private final Verification verification;
    private final Wording wording;
    private final StandingWords standing;
    private final EndorserWords endorsers;
    private final RateLimits limits;

    VerifyApi(
            Verification verification,
            Wording wording,
            StandingWords standing,
            EndorserWords endorsers,
            RateLimits limits) {
        this.verification = verification;
        this.wording = wording;
        this.standing = standing;
        this.endorsers = endorsers;
        this.limits = limits;
    }

    @Operation(
            summary = "Verify one credential",
            description = "The body is the credential: JSON, a signed token (VC-JWT, vc+jwt, SD-JWT VC), a baked PNG or"
                    + " SVG, or a PDF that carries one; Open Badges 3.0 or 2.0. Nothing is stored."
                    + " 200 whatever the verdict; 400 when the body is no credential.")
    @CrossOrigin(origins = "*", methods = RequestMethod.POST)
    @PostMapping(
            path = "/verify",
            consumes = {
                "application/json",
                "application/vc+ld+json",
                "application/vc",
                "application/ld+json",
                "text/plain",
                "image/png",
                "image/svg+xml",
                "application/pdf",
                "application/jwt",
                "application/vc+jwt",
                "application/dc+sd-jwt",
                "application/vc+sd-jwt"
            },
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE, "*/*"})
    ResponseEntity<Object> verify(HttpServletRequest request, Locale locale) throws IOException {
        if (!limits.permits(LIMIT, request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "10")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(HttpStatus.TOO_MANY_REQUESTS, "verify.busy", locale));
        }
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "verify.encoding", locale);
        }
        return answer(verified(request), locale);
    }

    /// A body that states to be too large is not read at all, any other one only up to the limit.
    private Verified verified(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Intake.MAX_BYTES) {
            return new Verified.Nothing(Refusal.TOO_LARGE);
        }
        var body = request.getInputStream().readNBytes(Intake.MAX_BYTES + 1);
        return verification.document(body, request.getContentType());
    }

    private ResponseEntity<Object> answer(Verified verified, Locale locale) {
        return switch (verified) {
            case Verified.Reports(var reports)
            when reports.size() == 1 ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(ReportJson.of(reports.getFirst(), wording, standing, endorsers, locale));
            case Verified.Reports _ -> refused(HttpStatus.BAD_REQUEST, Refusal.SEVERAL.key(), locale);
            case Verified.Nothing(var why) -> refused(why.status(), why.key(), locale);
        };
    }

    private ResponseEntity<Object> refused(HttpStatus status, String key, Locale locale) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, key, locale));
    }

    private ProblemDetail problem(HttpStatus status, String key, Locale locale) {
        return ProblemDetail.forStatusAndDetail(status, wording.text(key, locale));
    }
}
