/**
 * Records in, strings out: JSON documents, tables, the progress line. Each screen is a pure
 * function of a record and a {@link dev.memenem.view.Screen}; only {@link
 * dev.memenem.view.Terminal} touches a terminal.
 */
package dev.memenem.view;
