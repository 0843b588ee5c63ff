package dev.memenem.virality;

import java.util.Arrays;

/** Rows of (column, value) pairs, appended one after another. */
final class SparseMatrix {
  private int[] column = new int[1 << 20];
  private float[] value = new float[1 << 20];
  private int[] rowStart;
  private int rows;
  private int size;

  SparseMatrix(int expectedRows) {
    rowStart = new int[expectedRows + 1];
  }

  void put(int columnIndex, float v) {
    if (v == 0) {
      return;
    }
    if (size == column.length) {
      int grown = (int) Math.min(Integer.MAX_VALUE - 8, size * 3L / 2);
      column = Arrays.copyOf(column, grown);
      value = Arrays.copyOf(value, grown);
    }
    column[size] = columnIndex;
    value[size++] = v;
  }

  void endRow() {
    rowStart[++rows] = size;
  }

  int rows() {
    return rows;
  }

  double dot(int row, float[] vector) {
    double sum = 0;
    for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
      sum += value[i] * vector[column[i]];
    }
    return sum;
  }

  /** Adds {@code factor} times the row to the vector. */
  void addTo(int row, float factor, float[] vector) {
    for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
      vector[column[i]] += factor * value[i];
    }
  }

  void addSquaresTo(int row, float factor, float[] vector) {
    for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
      vector[column[i]] += factor * value[i] * value[i];
    }
  }
}
