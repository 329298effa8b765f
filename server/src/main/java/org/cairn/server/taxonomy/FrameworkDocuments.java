package org.cairn.server.taxonomy;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.UUID;
import org.cairn.skills.taxonomy.CasePackage;
import org.cairn.skills.taxonomy.RichSkills;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What organisations published of their own skills, for everybody's programs.
@RestController
@CrossOrigin(origins = "*")
class FrameworkDocuments {
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final OwnSkills skills;

    FrameworkDocuments(OwnSkills skills) {
        this.skills = skills;
    }

    @Operation(summary = "A framework as a CASE 1.1 package")
    @GetMapping("/ims/case/v1p1/CFPackages/{id}")
    ResponseEntity<String> casePackage(@PathVariable UUID id) {
        var framework = new FrameworkId(id);
        return answer(
                MediaType.APPLICATION_JSON, CasePackage.write(skills.published(framework), skills.address(framework)));
    }

    @Operation(summary = "A framework as rich skill descriptors")
    @GetMapping("/skills/frameworks/{id}/rsd.json")
    ResponseEntity<String> richSkills(@PathVariable UUID id) {
        return answer(MediaType.APPLICATION_JSON, RichSkills.writeJson(skills.published(new FrameworkId(id))));
    }

    @Operation(summary = "A framework as rich skill descriptors, one a line")
    @GetMapping("/skills/frameworks/{id}/rsd.csv")
    ResponseEntity<String> richSkillLines(@PathVariable UUID id) {
        return answer(
                MediaType.parseMediaType("text/csv;charset=UTF-8"),
                RichSkills.writeCsv(skills.published(new FrameworkId(id))));
    }

    private static ResponseEntity<String> answer(MediaType type, String body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(A_WHILE)
                .eTag(Integer.toHexString(body.hashCode()))
                .body(body);
    }
}
