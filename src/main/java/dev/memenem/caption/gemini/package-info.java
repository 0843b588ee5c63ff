/** Captions from Google's Gemini. */
package dev.memenem.caption.gemini;
