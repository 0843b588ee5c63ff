/** Captions from OpenAI and from every server that speaks its chat completions. */
package dev.memenem.caption.openai;
