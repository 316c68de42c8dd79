package nl.werkvlak.platform.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The ports of this machine, on loopback. */
public final class Ports {

    private Ports() {}

    /** A port that nobody uses at this moment. */
    public static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The same port, when nobody uses it; otherwise a sentence that says so. */
    static int demandFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d is in use by another program: stop that one or choose another port.".formatted(port), e);
        }
    }
}
