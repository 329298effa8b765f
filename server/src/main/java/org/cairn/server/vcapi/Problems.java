package org.cairn.server.vcapi;

import jakarta.json.JsonObject;
import java.util.Locale;
import org.cairn.credential.json.Json;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Refusals of the VC API as problem details, in the caller's language: the first trouble speaks for the whole, and
/// `problemDetails` lists them all.
@RestControllerAdvice(assignableTypes = VcApi.class)
@Order(-1)
class Problems {
    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, Locale locale) {
        var first = refused.troubles().getFirst();
        var all = Json.PROVIDER.createArrayBuilder();
        refused.troubles().forEach(trouble -> all.add(json(trouble, refused.status(), locale)));
        var problem = Json.PROVIDER
                .createObjectBuilder(json(first, refused.status(), locale))
                .add("verified", false)
                .add("problemDetails", all)
                .build();
        return ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Json.bytes(problem));
    }

    private JsonObject json(Trouble trouble, HttpStatus status, Locale locale) {
        var json = Json.PROVIDER
                .createObjectBuilder()
                .add("type", trouble.type().url())
                .add("title", trouble.type().name())
                .add("status", status.value())
                .add("detail", messages.getMessage(trouble.key(), trouble.args().toArray(), locale));
        if (!trouble.pointer().isEmpty()) {
            json.add("pointer", trouble.pointer());
        }
        return json.build();
    }
}
