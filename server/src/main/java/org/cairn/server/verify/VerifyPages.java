package org.cairn.server.verify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.server.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The verifier for people: a file, some text or a link in, plain words out.
@Controller
class VerifyPages {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit("verify-page", 120, Duration.ofMinutes(1));

    private final Verification verification;
    private final ReportWords words;
    private final Wording wording;
    private final RateLimits limits;

    VerifyPages(Verification verification, ReportWords words, Wording wording, RateLimits limits) {
        this.verification = verification;
        this.words = words;
        this.wording = wording;
        this.limits = limits;
    }

    @GetMapping("/verify")
    String form() {
        return "verify/form";
    }

    @GetMapping(path = "/verify", params = "share")
    String shared(
            @RequestParam("share") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        return limits.permits(LIMIT, request.getRemoteAddr())
                ? page(verification.share(token, request), "text", response, model, locale)
                : busy(response, model, locale);
    }

    @PostMapping(
            path = "/verify",
            consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE})
    String verify(
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            @RequestParam(name = "text", defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale)
            throws IOException {
        model.addAttribute("text", text.length() > 100_000 ? "" : text);
        if (!limits.permits(LIMIT, request.getRemoteAddr())) {
            return busy(response, model, locale);
        }
        var file = files == null
                ? List.<MultipartFile>of()
                : files.stream().filter(f -> !f.isEmpty()).toList();
        if (file.isEmpty()) {
            return page(verification.pasted(text, request), "text", response, model, locale);
        }
        return page(verified(file.getFirst()), "file", response, model, locale);
    }

    private Verified verified(MultipartFile file) throws IOException {
        if (file.getSize() > Intake.MAX_BYTES) {
            return new Verified.Nothing(Refusal.TOO_LARGE);
        }
        var type = file.getContentType();
        return verification.document(file.getBytes(), type == null ? "" : type);
    }

    private String page(Verified verified, String field, HttpServletResponse response, Model model, Locale locale) {
        return switch (verified) {
            case Verified.Reports(var reports) -> {
                model.addAttribute(
                        "reports",
                        reports.stream().map(r -> words.page(r, locale)).toList());
                yield "verify/result";
            }
            case Verified.Nothing(var why) -> {
                response.setStatus(why.status().value());
                model.addAttribute("errors", Map.of(field, wording.text(why.key(), locale)));
                yield "verify/form";
            }
        };
    }

    private String busy(HttpServletResponse response, Model model, Locale locale) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader("Retry-After", "10");
        model.addAttribute("errors", Map.of("text", wording.text("verify.busy", locale)));
        return "verify/form";
    }
}
