package dev.memenem.cli;

/** What commands work with. Everything is opened when first asked for, and only then. */
public interface Services {}
