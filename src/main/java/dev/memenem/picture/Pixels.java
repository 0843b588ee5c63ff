package dev.memenem.picture;

/**
 * A small copy of a picture for a terminal.
 *
 * @param width pixels
 * @param height pixels
 * @param rgb row by row, {@code 0xRRGGBB}
 */
public record Pixels(int width, int height, int[] rgb) {}
