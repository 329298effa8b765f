package org.cairn.server.operate;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/// Which addresses the outbound client may speak to. Whoever can make us fetch an address must not reach by us what
/// it cannot reach itself: the machine, its network, a cloud's metadata service.
final class OutboundAddresses {
    private static final List<Range> CLOSED_V4 = List.of(
            Range.of(0, 0, 0, 0, 8),
            Range.of(10, 0, 0, 0, 8),
            Range.of(100, 64, 0, 0, 10),
            Range.of(127, 0, 0, 0, 8),
            Range.of(169, 254, 0, 0, 16),
            Range.of(172, 16, 0, 0, 12),
            Range.of(192, 0, 0, 0, 24),
            Range.of(192, 0, 2, 0, 24),
            Range.of(192, 88, 99, 0, 24),
            Range.of(192, 168, 0, 0, 16),
            Range.of(198, 18, 0, 0, 15),
            Range.of(198, 51, 100, 0, 24),
            Range.of(203, 0, 113, 0, 24),
            Range.of(224, 0, 0, 0, 3));

    private OutboundAddresses() {}

    private record Range(int network, int mask) {
        static Range of(int a, int b, int c, int d, int bits) {
            return new Range((a << 24) | (b << 16) | (c << 8) | d, -1 << (32 - bits));
        }

        boolean holds(int address) {
            return (address & mask) == network;
        }
    }

    /// True for an address of the open internet. An IPv4 address in IPv6 dress arrives here as IPv4: Java undresses it.
    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            var value = (word(bytes, 0) << 16) | word(bytes, 2);
            return CLOSED_V4.stream().noneMatch(range -> range.holds(value));
        }
        return isOpenV6(word(bytes, 0), word(bytes, 2));
    }

    /// Of IPv6 only global unicast (2000::/3) is open, without what is reserved for protocols and tunnels
    /// (2001::/23, 6to4) or for documentation (2001:db8::/32, 3fff::/20).
    private static boolean isOpenV6(int first, int second) {
        var global = (first & 0xe000) == 0x2000;
        var protocols = first == 0x2001 && (second & 0xfe00) == 0;
        var documentation = (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && (second & 0xf000) == 0);
        var tunnel = first == 0x2002;
        return global && !protocols && !documentation && !tunnel;
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
