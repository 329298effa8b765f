package org.cairn.server.vcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.cairn.server.identity.UnguardedDoor;
import org.springframework.stereotype.Component;

/// Whether a request may come without an API key: only where the operator has opened the API, and only over this
/// machine's loopback. The connection's own end decides; headers, which a proxy or anybody may write, do not.
@Component
class OpenDoor implements UnguardedDoor {
    private static final String PATH = "/vc-api/";

    private final boolean open;

    OpenDoor(VcApiSettings settings) {
        this.open = settings.open();
    }

    @Override
    public boolean isOpen(HttpServletRequest request) {
        return open && request.getRequestURI().startsWith(PATH) && isLoopback(request.getLocalAddr());
    }

    /// Never looks a name up: the address is a number.
    private static boolean isLoopback(String address) {
        try {
            return address.matches("[0-9A-Fa-f.:%]+")
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
