package dev.memenem.batch.process;

import dev.memenem.job.Lease;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** Who we are among the processes of this machine, and whether another of them still lives. */
public final class ThisProcess {
  private ThisProcess() {}

  /** A new worker of this process. */
  public static Lease.Owner newOwner() {
    ProcessHandle process = ProcessHandle.current();
    return new Lease.Owner(host(), process.pid(), started(process), UUID.randomUUID().toString());
  }

  /** True when the owner is on this host and its process is no more; a reused pid is not it. */
  public static boolean isGone(Lease.Owner owner) {
    if (!owner.host().equals(host())) {
      return false;
    }
    return ProcessHandle.of(owner.pid())
        .map(process -> !process.isAlive() || started(process) != owner.startedAt())
        .orElse(true);
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /**
   * The machine and its process table. A container has a host's boot id, but its own process table
   * and name; where there is no {@code /proc} the name alone has to do.
   */
  public static String host() {
    return Host.ID;
  }

  private static final class Host {
    static final String ID =
        name()
            + ":"
            + Integer.toHexString(
                (read("/proc/sys/kernel/random/boot_id") + pidNamespace()).hashCode());

    private static String name() {
      String name = read("/proc/sys/kernel/hostname");
      if (!name.isEmpty()) {
        return name;
      }
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }

    private static String pidNamespace() {
      try {
        return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      } catch (IOException | RuntimeException e) {
        return "";
      }
    }

    private static String read(String file) {
      try {
        return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8).strip();
      } catch (IOException e) {
        return "";
      }
    }
  }
}
