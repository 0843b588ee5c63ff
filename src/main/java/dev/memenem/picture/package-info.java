/**
 * Memes as files: blanks are fetched and checked, texts are fitted into their boxes, pictures are
 * written with their alt text. The only package that touches AWT, and always headless: it needs no
 * display, no fontconfig and no installed font.
 *
 * <p>The way of one picture: {@link dev.memenem.picture.PictureFetcher} gives a checked {@link
 * dev.memenem.picture.Picture}; {@link dev.memenem.picture.MemeRenderer} has every text shaped by
 * {@link dev.memenem.picture.Fonts}, placed by {@link dev.memenem.picture.TextFitter}, and drawn;
 * the encoders add what {@link dev.memenem.picture.RenderOptions.Embedded} says.
 */
package dev.memenem.picture;
