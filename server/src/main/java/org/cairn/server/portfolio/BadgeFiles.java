package org.cairn.server.portfolio;

import org.cairn.credential.badge.Baking;
import org.cairn.server.catalogue.BadgePictures;
import org.springframework.stereotype.Component;

/// Badge pictures that carry the signed document inside them.
@Component
class BadgeFiles {
    private final BadgePictures pictures;

    BadgeFiles(BadgePictures pictures) {
        this.pictures = pictures;
    }

    byte[] png(Held held) {
        return pictures.png(held.spec());
    }

    byte[] bakedPng(Held held) {
        return Baking.bakePng(png(held), held.credential().json());
    }

    byte[] bakedSvg(Held held) {
        return Baking.bakeSvg(pictures.svg(held.spec()), held.credential().json());
    }
}
