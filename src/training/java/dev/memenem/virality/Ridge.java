package dev.memenem.virality;

import java.util.Arrays;

/**
 * Ridge regression by conjugate gradients with a diagonal preconditioner, in a fixed order: same
 * data, same bits.
 */
final class Ridge {
  private Ridge() {}

  /**
   * Minimises the sum over rows of {@code (target - amplitude * row . beta)^2} plus {@code penalty
   * * sum (beta / scale)^2}.
   *
   * @param scale of each column; the smaller, the less it may say
   */
  static float[] solve(
      SparseMatrix x,
      double[] target,
      double[] amplitude,
      float[] scale,
      double penalty,
      int iterations) {
    int columns = scale.length;
    float[] residual = new float[columns];
    float[] easing = new float[columns];
    for (int r = 0; r < x.rows(); r++) {
      x.addTo(r, (float) (amplitude[r] * target[r]), residual);
      x.addSquaresTo(r, (float) (amplitude[r] * amplitude[r]), easing);
    }
    multiply(residual, scale);
    for (int j = 0; j < columns; j++) {
      easing[j] = (float) (1 / (scale[j] * scale[j] * easing[j] + penalty));
    }
    float[] beta = new float[columns];
    float[] eased = residual.clone();
    multiply(eased, easing);
    float[] direction = eased.clone();
    float[] scaled = new float[columns];
    float[] image = new float[columns];
    double norm = dot(residual, eased);
    double stop = norm * 1e-8;
    for (int k = 0; k < iterations && norm > stop; k++) {
      for (int j = 0; j < columns; j++) {
        scaled[j] = direction[j] * scale[j];
      }
      Arrays.fill(image, 0);
      for (int r = 0; r < x.rows(); r++) {
        x.addTo(r, (float) (amplitude[r] * amplitude[r] * x.dot(r, scaled)), image);
      }
      multiply(image, scale);
      for (int j = 0; j < columns; j++) {
        image[j] += (float) (penalty * direction[j]);
      }
      double step = norm / dot(direction, image);
      for (int j = 0; j < columns; j++) {
        beta[j] += (float) (step * direction[j]);
        residual[j] -= (float) (step * image[j]);
        eased[j] = residual[j] * easing[j];
      }
      double next = dot(residual, eased);
      double turn = next / norm;
      for (int j = 0; j < columns; j++) {
        direction[j] = (float) (eased[j] + turn * direction[j]);
      }
      norm = next;
    }
    multiply(beta, scale);
    return beta;
  }

  private static void multiply(float[] vector, float[] by) {
    for (int j = 0; j < vector.length; j++) {
      vector[j] *= by[j];
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * (double) b[i];
    }
    return sum;
  }
}
