package org.cairn.server.taxonomy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Sure;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An organisation's own skills: import, publishing, deleting.
@Controller
@RequestMapping("/o/{organisation}/frameworks")
class FrameworkPages {
    private static final int SHOWN = 500;

    private final OwnSkills skills;
    private final MessageSource messages;
    private final Flash flash;

    FrameworkPages(OwnSkills skills, MessageSource messages, Flash flash) {
        this.skills = skills;
        this.messages = messages;
        this.flash = flash;
    }

    private static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/frameworks";
    }

    @GetMapping
    String list(@ActingAs(Role.DESIGNER) Acting acting, Model model) {
        return list(acting, "", Map.of(), model);
    }

    private String list(Acting acting, String title, Map<String, String> errors, Model model) {
        model.addAttribute("base", home(acting));
        model.addAttribute("rows", skills.of(acting.organisationId()));
        model.addAttribute("typedTitle", title);
        model.addAttribute("errors", errors);
        return "taxonomy/frameworks";
    }

    @PostMapping("/import")
    String bring(
            @ActingAs(Role.DESIGNER) Acting acting,
            @RequestParam(required = false) Optional<MultipartFile> file,
            @RequestParam(defaultValue = "") String title,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        try {
            var chosen = file.filter(each -> !each.isEmpty())
                    .orElseThrow(() -> new InputException(Fault.of("file", "taxonomy.framework.file.missing")));
            skills.bring(acting, String.valueOf(chosen.getOriginalFilename()), text(chosen), title);
            flash.ok(next, locale, "taxonomy.framework.imported");
            return "redirect:" + home(acting);
        } catch (InputException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            var fault = e.faults().getFirst();
            var words = messages.getMessage(fault.key(), fault.args().toArray(), locale);
            return list(acting, title, Map.of(fault.field(), words), model);
        }
    }

    private static String text(MultipartFile file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InputException(Fault.of("file", "taxonomy.framework.file.utf8"));
        }
    }

    @GetMapping("/{id}")
    String framework(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, Model model) {
        var framework = new FrameworkId(id);
        model.addAttribute("base", home(acting));
        model.addAttribute("row", skills.line(acting.organisationId(), framework));
        model.addAttribute(
                "items",
                skills.framework(acting.organisationId(), framework).items().stream()
                        .limit(SHOWN)
                        .toList());
        model.addAttribute("address", skills.address(framework).value());
        return "taxonomy/framework";
    }

    @PostMapping("/{id}/publish")
    String publish(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean published,
            RedirectAttributes next,
            Locale locale) {
        skills.publish(acting, id, published);
        flash.ok(next, locale, published ? "taxonomy.framework.published" : "taxonomy.framework.withdrawn");
        return "redirect:" + home(acting) + "/" + id;
    }

    @PostMapping("/{id}/delete")
    String delete(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var line = skills.line(acting.organisationId(), new FrameworkId(id));
        if (!sure) {
            var home = home(acting) + "/" + id;
            return new Sure(line.title(), "taxonomy.framework.delete", home + "/delete", home, Map.of()).ask(model);
        }
        skills.delete(acting, id);
        flash.ok(next, locale, "taxonomy.delete.done");
        return "redirect:" + home(acting);
    }
}
