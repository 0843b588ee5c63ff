package dev.memenem.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the driver and a MongoDB and breaks connections: before a command has reached the
 * server, or after the server has done it and before its answer is through.
 */
public final class FaultyProxy implements AutoCloseable {
  /** Where the connection breaks. */
  public enum Fault {
    BEFORE,
    AFTER
  }

  /** Decides on each command; null lets it pass. */
  public interface Plan {
    Fault fault(String command);
  }

  private static final int HEADER = 16;

  /** Header, flags, kind of section, length of the document, type of its first field. */
  private static final int NAME = HEADER + 4 + 1 + 4 + 1;

  private final ServerSocket listener;
  private final InetSocketAddress target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger faults = new AtomicInteger();
  private volatile Plan plan = command -> null;
  private volatile boolean down;

  public FaultyProxy(InetSocketAddress target) {
    this.target = target;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::listen);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections were broken on purpose. */
  public int faults() {
    return faults.get();
  }

  public void plan(Plan next) {
    plan = next;
  }

  /** Breaks the connection once, at the next command of this name. */
  public void breakAt(String command, Fault fault) {
    AtomicInteger left = new AtomicInteger(1);
    plan = name -> name.equals(command) && left.getAndDecrement() > 0 ? fault : null;
  }

  /** From now on nobody answers, until {@link #up}. */
  public void down() {
    down = true;
    open.forEach(FaultyProxy::shut);
  }

  public void up() {
    down = false;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "faulty-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    try {
      while (true) {
        Socket client = listener.accept();
        if (down) {
          shut(client);
        } else {
          connect(client);
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(target.getAddress(), target.getPort());
      open.add(client);
      open.add(server);
      start(() -> talk(client, server));
    } catch (IOException e) {
      shut(client);
    }
  }

  /** The driver asks and waits for the answer, so that one thread can do for both directions. */
  private void talk(Socket client, Socket server) {
    try (client;
        server) {
      DataInputStream asked = new DataInputStream(client.getInputStream());
      DataInputStream answered = new DataInputStream(server.getInputStream());
      OutputStream toServer = server.getOutputStream();
      OutputStream toClient = client.getOutputStream();
      while (true) {
        byte[] command = message(asked);
        Fault fault = plan.fault(name(command));
        if (fault != null) {
          faults.incrementAndGet();
        }
        if (fault == Fault.BEFORE) {
          return;
        }
        toServer.write(command);
        byte[] answer = message(answered);
        if (fault == Fault.AFTER) {
          return;
        }
        toClient.write(answer);
      }
    } catch (IOException e) {
      // one side is gone
    } finally {
      open.remove(client);
      open.remove(server);
    }
  }

  private static byte[] message(DataInputStream in) throws IOException {
    byte[] length = new byte[4];
    in.readFully(length);
    int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] message = new byte[size];
    System.arraycopy(length, 0, message, 0, 4);
    in.readFully(message, 4, size - 4);
    return message;
  }

  /** The first field of a command is its name. */
  private static String name(byte[] message) {
    int end = NAME;
    while (end < message.length && message[end] != 0) {
      end++;
    }
    return end > NAME ? new String(message, NAME, end - NAME, StandardCharsets.US_ASCII) : "";
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // gone already
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(FaultyProxy::shut);
  }
}
