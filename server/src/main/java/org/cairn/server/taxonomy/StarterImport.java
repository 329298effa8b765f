package org.cairn.server.taxonomy;

import java.io.IOException;
import java.util.Optional;
import org.cairn.skills.taxonomy.Starter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// A fresh installation gets the starter set before its doors open; a start killed half-way is gone on with
/// at the next.
@Component
@Order(0)
class StarterImport implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(StarterImport.class);

    private final Imports imports;

    StarterImport(Imports imports) {
        this.imports = imports;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var all = imports.all();
        if (!all.isEmpty() && all.stream().noneMatch(release -> release.isStarter() && !release.ready())) {
            return;
        }
        try (var starter = Starter.open()) {
            imports.importNow(starter, new Imports.Wish("system", Optional.empty(), false));
        } catch (DuplicateKeyException e) {
            log.info("Another node brings the starter set of skills in");
        }
    }
}
