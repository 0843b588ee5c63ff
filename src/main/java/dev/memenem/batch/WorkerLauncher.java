package dev.memenem.batch;

import java.nio.file.Path;
import java.util.List;

/** Port: starts a worker that outlives this process. */
public interface WorkerLauncher {
  /**
   * @param jobs ids that the worker runs, in turn, before it ends
   * @param log receives everything it prints; created with mode 0600
   * @return the running worker
   * @throws WorkerNotStarted when there is no way to start one
   */
  Launched launch(List<String> jobs, Path log);

  /** A started worker process. */
  interface Launched {
    boolean alive();

    long pid();
  }

  /** The worker could not be started; the message says why in one line. */
  final class WorkerNotStarted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WorkerNotStarted(String message) {
      super(message);
    }
  }
}
