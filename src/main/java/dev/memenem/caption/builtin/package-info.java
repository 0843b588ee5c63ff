/**
 * Captions without a network: a small comedy room on disk.
 *
 * <p>{@link dev.memenem.caption.builtin.Topic} reads the grammar of the topic, {@link
 * dev.memenem.caption.builtin.Lexicon} holds everyday worlds and the comic material of each, {@link
 * dev.memenem.caption.builtin.Frames} says how a joke structure arranges such material in a style,
 * {@link dev.memenem.caption.builtin.Writer} drafts many candidates for a template, {@link
 * dev.memenem.caption.builtin.Proofreader} throws out broken ones and {@link
 * dev.memenem.caption.builtin.Chooser} keeps the best few that differ.
 */
package dev.memenem.caption.builtin;
